import pytest

from bot.channels.memory import MemoryChannel
from bot.errors import Refused
from bot.messages import Address, Outgoing

ME = Address("memory", "me")


def test_what_is_sent_is_kept_per_address_in_order() -> None:
    channel = MemoryChannel()
    for number in (1, 2):
        channel.send(ME, Outgoing(number, "hoi"))
    assert [message.id for message in channel.delivered(ME)] == [1, 2]
    assert channel.delivered(Address("memory", "other")) == []


def test_what_was_taken_is_not_given_again() -> None:
    channel = MemoryChannel()
    channel.send(ME, Outgoing(1, "hoi"))
    assert len(channel.take(ME)) == 1
    assert channel.take(ME) == []


def test_trouble_comes_once_per_message() -> None:
    channel = MemoryChannel([Refused("odd"), None])
    with pytest.raises(Refused):
        channel.send(ME, Outgoing(1, "weg"))
    channel.send(ME, Outgoing(2, "aan"))
    channel.send(ME, Outgoing(3, "aan"))
    assert [message.id for message in channel.delivered(ME)] == [2, 3]

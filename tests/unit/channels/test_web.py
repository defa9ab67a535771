from bot.channels import web
from bot.channels.web import WebChannel
from bot.messages import Address, Outgoing

ME = Address("web", "me")


def test_a_stored_message_is_read_from_the_store_and_not_kept_here() -> None:
    channel = WebChannel()
    channel.send(ME, Outgoing(5, "hoi"))
    assert channel.take_unstored(ME) == []


def test_a_message_that_is_stored_nowhere_waits_for_the_page_once() -> None:
    channel = WebChannel()
    channel.send(ME, Outgoing(0, "tot ziens"))
    assert channel.take_unstored(Address("web", "other")) == []
    assert [message.text for message in channel.take_unstored(ME)] == ["tot ziens"]
    assert channel.take_unstored(ME) == []


def test_pages_that_never_come_back_do_not_fill_the_memory() -> None:
    channel = WebChannel()
    for number in range(web.MANY_ADDRESSES + 5):
        channel.send(Address("web", str(number)), Outgoing(0, "tot ziens"))
    assert channel.take_unstored(Address("web", "0")) == []
    assert channel.take_unstored(Address("web", str(web.MANY_ADDRESSES)))

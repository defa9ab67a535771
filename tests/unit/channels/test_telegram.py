"""The real library over real HTTP, against our fake Bot API."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from prometheus_client import REGISTRY

from bot.channels.telegram import AFTER_REPAIR, PATIENCE, SOON, TelegramChannel
from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.messages import Address, Choice, Outgoing
from bot.store.work import Store
from bot.turns import Turn, Turns
from tests.conftest import StoppedClock
from tests.fakes.telegram_api import FakeTelegram
from tests.unit.nudges.makers import a_learner

ANNA = Address("telegram", "1001")
BRAM = Address("telegram", "1002")


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        fake.says(1001, "hoi")
        fake.says(1002, "hoi")
        yield fake


@pytest.fixture
def lanes(sqlite_store: Store, clock: StoppedClock) -> Turns:
    """The turns of the product, for two people whom it knows."""
    with sqlite_store.work() as work:
        for address in (ANNA, BRAM):
            work.learners.add(a_learner(address.value), address)
    return sqlite_store.turns("telegram", clock)


@pytest.fixture
def channel(telegram: FakeTelegram, clock: StoppedClock, lanes: Turns) -> Iterator[TelegramChannel]:
    made = TelegramChannel(telegram.token, telegram.url, clock, lanes, pause=lambda seconds: clock.advance(seconds=seconds) and None)
    yield made
    made.close()


def test_a_message_arrives_as_plain_text(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    channel.send(ANNA, Outgoing(1, "Iets met <b>hout</b> en _verf_ & *lijm*"))
    assert [message.text for message in telegram.messages(1001)] == ["Iets met <b>hout</b> en _verf_ & *lijm*"]
    assert "parse_mode" not in telegram.calls("sendMessage")[0].parameters


def test_choices_become_buttons_one_a_row(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    channel.send(ANNA, Outgoing(1, "Wanneer?", (Choice("a" * 64, "In de pauze"), Choice("b", "Na het werk"))))
    keyboard = telegram.messages(1001)[0].keyboard
    assert [[button["text"] for button in row] for row in keyboard] == [["In de pauze"], ["Na het werk"]]
    assert [row[0]["callback_data"] for row in keyboard] == ["a" * 64, "b"]


def test_a_long_text_comes_in_parts_with_the_buttons_below_the_last(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    channel.send(ANNA, Outgoing(1, "Zin. " * 1000, (Choice("a", "Ja"),)))
    assert [message.titles for message in telegram.messages(1001)] == [[], ["Ja"]]
    assert sum(message.text.count("Zin.") for message in telegram.messages(1001)) == 1000


def test_two_messages_to_one_chat_are_a_second_apart(channel: TelegramChannel, clock: StoppedClock) -> None:
    started = clock()
    waited = REGISTRY.get_sample_value("duwtje_lane_wait_seconds_sum", {"lane": "reply"}) or 0.0
    for number in (1, 2):
        channel.await_turn(ANNA, bulk=False)
        channel.send(ANNA, Outgoing(number, "Hoi"))
    assert clock() - started == timedelta(seconds=1)
    assert REGISTRY.get_sample_value("duwtje_lane_wait_seconds_sum", {"lane": "reply"}) == pytest.approx(waited + 1)


def test_retry_after_is_honoured_and_only_that_chat_waits(channel: TelegramChannel, telegram: FakeTelegram, clock: StoppedClock) -> None:
    telegram.fails("too_many", chat=1001, retry_after=30)
    with pytest.raises(TryLater) as caught:
        channel.send(ANNA, Outgoing(1, "Een"))
    assert caught.value.retry_at == clock() + timedelta(seconds=30)
    with pytest.raises(TryLater) as caught:
        channel.await_turn(ANNA, bulk=False)
    assert caught.value.retry_at == clock() + timedelta(seconds=30)
    assert len(telegram.calls("sendMessage")) == 1, "Telegram was asked again while it said to wait"
    channel.await_turn(BRAM, bulk=False)
    channel.send(BRAM, Outgoing(2, "Twee"))
    clock.advance(seconds=30)
    channel.await_turn(ANNA, bulk=False)
    channel.send(ANNA, Outgoing(1, "Een"))
    assert [message.text for message in telegram.messages(1001)] == ["Een"]


def test_a_flood_of_what_may_wait_holds_back_all_that_may_wait_and_no_reply(
    channel: TelegramChannel, telegram: FakeTelegram, clock: StoppedClock
) -> None:
    telegram.fails("too_many", chat=1001, retry_after=30)
    with pytest.raises(TryLater):
        channel.send(ANNA, Outgoing(1, "Een", bulk=True))
    with pytest.raises(TryLater) as caught:
        channel.await_turn(BRAM, bulk=True)
    assert caught.value.retry_at == clock() + timedelta(seconds=30)
    channel.await_turn(BRAM, bulk=False)


def test_a_flood_of_replies_in_one_chat_holds_back_nothing_elsewhere(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    telegram.fails("too_many", chat=1001, retry_after=30)
    with pytest.raises(TryLater):
        channel.send(ANNA, Outgoing(1, "Een"))
    channel.await_turn(BRAM, bulk=True)


def test_whoever_blocked_us_is_gone(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    telegram.blocks(1001)
    with pytest.raises(RecipientGone, match="blocked by the user"):
        channel.send(ANNA, Outgoing(1, "Een"))


def test_a_chat_that_does_not_exist_is_gone(channel: TelegramChannel) -> None:
    with pytest.raises(RecipientGone, match="Chat not found"):
        channel.send(Address("telegram", "9999"), Outgoing(1, "Een"))


def test_an_address_that_is_no_chat_is_refused(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    with pytest.raises(Refused):
        channel.await_turn(Address("telegram", "@iemand"), bulk=False)
    with pytest.raises(Refused):
        channel.send(Address("telegram", "@iemand"), Outgoing(1, "Een"))
    assert telegram.calls() == []


@pytest.mark.parametrize("message", [Outgoing(1, " "), Outgoing(1, "Hoi", (Choice("x" * 65, "Ja"),))])
def test_a_message_that_telegram_finds_wrong_is_refused_for_good(channel: TelegramChannel, message: Outgoing) -> None:
    with pytest.raises(Refused) as caught:
        channel.send(ANNA, message)
    assert not isinstance(caught.value, RecipientGone)


@pytest.mark.parametrize("kind", ["broken", "gateway"])
def test_a_failing_telegram_means_try_later(kind: str, channel: TelegramChannel, telegram: FakeTelegram, clock: StoppedClock) -> None:
    telegram.fails(kind)
    with pytest.raises(TryLater) as caught:
        channel.send(ANNA, Outgoing(1, "Een"))
    assert caught.value.retry_at == clock() + SOON


def test_a_refused_token_means_try_later_and_stays_out_of_the_error(telegram: FakeTelegram, clock: StoppedClock, lanes: Turns) -> None:
    channel = TelegramChannel("1:verkeerd", telegram.url, clock, lanes)
    with pytest.raises(TryLater) as caught:
        channel.send(ANNA, Outgoing(1, "Een"))
    assert caught.value.retry_at == clock() + AFTER_REPAIR
    assert "verkeerd" not in str(caught.value)
    channel.close()


def test_an_unreachable_telegram_means_try_later(clock: StoppedClock, lanes: Turns) -> None:
    with FakeTelegram() as stopped:
        url = stopped.url
    channel = TelegramChannel("1:x", url, clock, lanes)
    with pytest.raises(TryLater):
        channel.send(ANNA, Outgoing(1, "Een"))
    channel.close()


@pytest.mark.parametrize("arrives", [True, False])
def test_a_connection_that_breaks_after_sending_leaves_the_outcome_unknown(
    arrives: bool, channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    telegram.fails("drop", arrives=arrives)
    with pytest.raises(OutcomeUnknown):
        channel.send(ANNA, Outgoing(1, "Een"))
    assert len(telegram.messages(1001)) == arrives


def test_silence_after_sending_leaves_the_outcome_unknown(telegram: FakeTelegram, clock: StoppedClock, lanes: Turns) -> None:
    channel = TelegramChannel(telegram.token, telegram.url, clock, lanes, answer_within=0.3)
    telegram.fails("hang", arrives=True)
    with pytest.raises(OutcomeUnknown):
        channel.send(ANNA, Outgoing(1, "Een"))
    channel.close()


def test_half_a_long_message_is_not_called_unsent(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    telegram.fails("broken", after=1)
    with pytest.raises(OutcomeUnknown, match="part 2 of 3"):
        channel.send(ANNA, Outgoing(2, "Zin. " * 2000))
    assert len(telegram.messages(1001)) == 1


def test_half_a_long_message_to_someone_who_leaves_says_they_are_gone(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    telegram.fails("blocked", after=1)
    with pytest.raises(RecipientGone):
        channel.send(ANNA, Outgoing(2, "Zin. " * 2000))


def test_closing_twice_is_fine_and_a_later_message_opens_it_again(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    channel.send(ANNA, Outgoing(1, "Een"))
    channel.close()
    channel.close()
    channel.send(BRAM, Outgoing(2, "Twee"))
    assert [message.text for message in telegram.messages(1002)] == ["Twee"]


def test_closing_while_sending_leaves_the_outcome_unknown(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    telegram.fails("hang")
    closer = threading.Thread(target=lambda: telegram.until(lambda: telegram.calls("sendMessage")) and channel.close())
    closer.start()
    with pytest.raises(OutcomeUnknown):
        channel.send(ANNA, Outgoing(1, "Een"))
    closer.join()


def test_buttons_are_taken_away_in_a_turn_of_the_chat(channel: TelegramChannel, telegram: FakeTelegram, clock: StoppedClock) -> None:
    channel.await_turn(ANNA, bulk=False)
    channel.send(ANNA, Outgoing(1, "Wanneer?", (Choice("a", "In de pauze"),)))
    shown, began = telegram.messages(1001)[0], clock()
    channel.close_keyboard(ANNA, shown.message_id, "Wanneer?\n\n👉 In de pauze")
    assert clock() - began == timedelta(seconds=1)
    channel.await_turn(ANNA, bulk=False)
    assert clock() - began == timedelta(seconds=2), "and the next message to the chat waits for it"
    assert (telegram.messages(1001)[0].text, telegram.messages(1001)[0].titles) == ("Wanneer?\n\n👉 In de pauze", [])


def test_taking_buttons_away_counts_for_the_pace_of_the_bot_and_gives_way_to_replies(
    channel: TelegramChannel, telegram: FakeTelegram, lanes: Turns, clock: StoppedClock
) -> None:
    channel.send(ANNA, Outgoing(1, "Wanneer?", (Choice("a", "In de pauze"),)))
    ahead = [lanes.take(str(chat), bulk=False).at for chat in range(2001, 2029)]
    channel.close_keyboard(ANNA, telegram.messages(1001)[0].message_id, None)
    assert clock() > ahead[-1]
    assert not lanes.take(BRAM.value, bulk=True).taken, "its own turn is gone for others"


@pytest.mark.parametrize("new_text", ["Anders", None])
def test_a_flood_of_edits_is_waited_for_as_long_as_telegram_asks(
    channel: TelegramChannel, telegram: FakeTelegram, lanes: Turns, clock: StoppedClock, new_text: str | None
) -> None:
    channel.send(ANNA, Outgoing(1, "Wanneer?", (Choice("a", "In de pauze"),)))
    telegram.fails("too_many", 1001, "editMessageText" if new_text else "editMessageReplyMarkup", retry_after=30)
    with pytest.raises(TryLater) as later:
        channel.close_keyboard(ANNA, telegram.messages(1001)[0].message_id, new_text)
    assert later.value.retry_at == clock() + timedelta(seconds=30)
    assert lanes.take(ANNA.value, bulk=False).at == clock() + timedelta(seconds=30)
    assert not lanes.take(BRAM.value, bulk=True).taken


def test_a_text_that_grew_too_long_stays_and_only_loses_its_buttons(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    channel.send(ANNA, Outgoing(1, "😀" * 2048, (Choice("a", "Ja"),)))
    channel.close_keyboard(ANNA, telegram.messages(1001)[0].message_id, "😀" * 2048 + "!")
    assert (telegram.messages(1001)[0].text, telegram.messages(1001)[0].titles) == ("😀" * 2048, [])


def test_each_part_of_a_long_text_after_the_first_waits_for_a_turn(channel: TelegramChannel, clock: StoppedClock) -> None:
    channel.await_turn(ANNA, bulk=False)
    began = clock()
    channel.send(ANNA, Outgoing(1, "x" * 4096 + "y" * 4096 + "z"))
    assert clock() - began == timedelta(seconds=2)


def test_a_text_that_just_fits_is_shown_when_the_buttons_go(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    channel.send(ANNA, Outgoing(1, "Kort", (Choice("a", "Ja"),)))
    channel.close_keyboard(ANNA, telegram.messages(1001)[0].message_id, "😀" * 2048)
    assert telegram.messages(1001)[0].text == "😀" * 2048


class OneTurn:
    """Gives out no turn but one, which comes at ``at``."""

    def __init__(self, clock: StoppedClock, after: timedelta) -> None:
        self.clock = clock
        self.at = clock() + after

    def take(self, _: str, *, bulk: bool) -> Turn:
        assert bulk
        return Turn(self.at, taken=self.clock() >= self.at)

    def hold(self, chat: str, until: object, *, bulk: bool) -> None:
        raise NotImplementedError


def test_a_turn_is_waited_for_as_long_as_patience_lasts_and_no_longer(telegram: FakeTelegram, clock: StoppedClock) -> None:
    def await_turn(after: timedelta) -> None:
        turns = OneTurn(clock, after)
        made = TelegramChannel(telegram.token, telegram.url, clock, turns, pause=lambda seconds: clock.advance(seconds=seconds) and None)
        made.await_turn(ANNA, bulk=True)

    began = clock()
    await_turn(PATIENCE)
    assert clock() == began + PATIENCE
    with pytest.raises(TryLater):
        await_turn(PATIENCE + timedelta(microseconds=1))


def test_how_long_is_waited_and_when_it_is_tried_again() -> None:
    assert (timedelta(seconds=3), timedelta(seconds=5), timedelta(minutes=5)) == (PATIENCE, SOON, AFTER_REPAIR)

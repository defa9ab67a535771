"""Inbox, messages, buttons and the state of a conversation, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.conversation import Delivery, Kind, Received, Talk
from bot.errors import UnknownLearner
from bot.learners.identity import Identity
from bot.messages import Address, Button, Reply
from bot.store.database.sealing import Sealer
from bot.store.tables.conversation import buttons, inbox, messages
from bot.store.work import Store
from tests.conftest import StoppedClock

SEALER = Sealer("a secret for tests")
QUESTION = Reply("Zullen we?", (Button("Ja", "/affirm"), Button("Nee", "/deny")))


@pytest.fixture
def me(store: Store, clock: StoppedClock) -> str:
    return Identity(store.work, clock).recognise(Address("memory", "me")).id


@pytest.fixture
def other(store: Store, clock: StoppedClock) -> str:
    return Identity(store.work, clock).recognise(Address("memory", "other")).id


def received(
    store: Store,
    learner_id: str,
    name: str,
    clock: StoppedClock,
    *,
    kind: Kind = Kind.TEXT,
    text: str | None = "hoi",
    payload: str | None = None,
) -> None:
    with store.work() as work:
        message_id = work.messages.add_in(learner_id, text, clock()) if text else None
        work.inbox.add(learner_id, name, Received(kind, text, payload), message_id, clock())


def test_nothing_that_people_said_or_can_say_is_readable_on_the_disk(store: Store, me: str, clock: StoppedClock) -> None:
    received(store, me, "memory:me 1", clock, kind=Kind.CHOICE, text="iets met hout", payload="/geheim")
    with store.work() as work:
        work.messages.add_out(me, Reply("Je zei hout", (Button("Meer hout", "/hout"),)), clock(), Delivery.PENDING)
    with store.work() as work:
        stored = [str(row) for table in (messages, buttons, inbox) for row in work.connection.execute(select(table))]
    assert not [row for row in stored if "hout" in row or "geheim" in row or "memory:me" in row]


def test_a_message_is_known_once_it_is_in(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        assert not work.inbox.knows(me, "1")
    received(store, me, "1", clock)
    with store.work() as work:
        assert work.inbox.knows(me, "1")
        assert not work.inbox.knows(me, "2")


def test_what_waits_comes_out_in_order_and_once(store: Store, me: str, clock: StoppedClock) -> None:
    for name in ("1", "2"):
        received(store, me, name, clock, text=f"tekst {name}")
    with store.work() as work:
        first = work.inbox.next_for(me, 0, clock())
        assert first is not None
        second = work.inbox.next_for(me, first.id, clock())
        assert second is not None
        assert (first.text, second.text) == ("tekst 1", "tekst 2")
        work.inbox.finish(first.id)
        again = work.inbox.next_for(me, 0, clock())
        assert again == second


def test_what_waits_for_later_is_left_alone_until_then(store: Store, me: str, clock: StoppedClock) -> None:
    received(store, me, "1", clock)
    with store.work() as work:
        waiting = work.inbox.next_for(me, 0, clock())
        assert waiting is not None
        work.inbox.retry(waiting.id, clock() + timedelta(seconds=5))
        assert work.inbox.next_for(me, 0, clock()) is None
        assert work.inbox.learners_waiting(clock()) == []
        later = work.inbox.next_for(me, 0, clock() + timedelta(seconds=5))
        assert later is not None
        assert later.attempts == 1


def test_danger_goes_before_what_was_tried_in_vain_and_not_before_what_was_not(store: Store, me: str, clock: StoppedClock) -> None:
    received(store, me, "1", clock, text="iets met hout")
    received(store, me, "2", clock, kind=Kind.TROUBLE, text=None, payload="crisis:nl")
    with store.work() as work:
        first = work.inbox.next_for(me, 0, clock())
        assert first is not None
        assert first.kind is Kind.TEXT
        work.inbox.retry(first.id, clock())
        now = work.inbox.next_for(me, 0, clock())
        assert now is not None
        assert now.kind is Kind.TROUBLE
        work.inbox.finish(now.id)
        after = work.inbox.next_for(me, 0, clock())
        assert after is not None
        assert (after.id, after.attempts) == (first.id, 1)


def test_finishing_takes_away_what_it_was(store: Store, me: str, clock: StoppedClock) -> None:
    received(store, me, "1", clock, kind=Kind.TROUBLE, text=None, payload="x")
    with store.work() as work:
        waiting = work.inbox.next_for(me, 0, clock())
        assert waiting is not None
        work.inbox.finish(waiting.id)
        row = work.connection.execute(select(inbox)).one()
    assert (row.kind, row.payload, row.state) == (None, None, "done")


def test_finishing_what_came_before_leaves_the_rest_and_others(store: Store, me: str, other: str, clock: StoppedClock) -> None:
    received(store, other, "0", clock)
    for name in ("1", "2", "3"):
        received(store, me, name, clock, text=name)
    with store.work() as work:
        two = work.inbox.next_for(me, 0, clock())
        assert two is not None
        two = work.inbox.next_for(me, two.id, clock())
        assert two is not None
        work.inbox.finish_before(me, two.id)
        assert work.inbox.next_for(me, 0, clock()) == two
        assert set(work.inbox.learners_waiting(clock())) == {me, other}


def test_a_button_means_something_to_its_owner_only(store: Store, me: str, other: str, clock: StoppedClock) -> None:
    with store.work() as work:
        outgoing = work.messages.add_out(me, QUESTION, clock(), Delivery.PENDING)
        yes = outgoing.choices[0].id
        assert work.messages.button(me, yes, clock()) == Button("Ja", "/affirm")
        assert work.messages.button(other, yes, clock()) is None
        assert work.messages.button(me, yes, clock() + timedelta(seconds=1)) is None


def test_what_no_button_stands_for_means_nothing(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        key = work.messages.add_out(me, QUESTION, clock(), Delivery.PENDING).choices[0].id.removesuffix(".0")
        assert work.messages.button(me, f"{key}.1", clock()) == Button("Nee", "/deny")
        assert [work.messages.button(me, choice, clock()) for choice in (f"{key}.2", f"{key}.-1", f"{key}.x", "nonsense.0")] == [None] * 4


def test_an_end_of_a_line_on_a_button_does_not_make_it_two(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        work.messages.add_out(
            me, Reply("Kies", (Button("Cursus\nkoken", '/kies{"a":\n1}'), Button("Nee", "/deny"))), clock(), Delivery.PENDING
        )
        latest = work.messages.latest_out(me, None)
    assert latest is not None
    assert latest.buttons == (Button("Cursus koken", '/kies{"a": 1}'), Button("Nee", "/deny"))


def test_buttons_from_when_each_had_a_row_of_its_own_still_work(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        message = work.messages.add_out(me, Reply("Zullen we?"), clock(), Delivery.PENDING).id
        old = {"learner_id": me, "message_id": message, "at": clock()}
        for place, (key, button) in enumerate(zip(("second", "first"), QUESTION.buttons, strict=True)):
            sealed = {"titles": SEALER.seal(button.title), "payloads": SEALER.seal(button.payload)}
            work.connection.execute(insert(buttons), old | sealed | {"id": key, "position": place})
        assert [work.messages.button(me, key, clock()) for key in ("second", "first")] == list(QUESTION.buttons)
        latest = work.messages.latest_out(me, None)
    assert latest is not None
    assert latest.buttons == QUESTION.buttons


def test_the_latest_message_to_somebody_has_its_buttons_in_order(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        assert work.messages.latest_out(me, None) is None
        work.messages.add_out(me, QUESTION, clock(), Delivery.PENDING)
        answer = work.messages.add_in(me, "ja", clock())
        work.messages.add_out(me, Reply("Mooi"), clock(), Delivery.PENDING)
        latest, before = work.messages.latest_out(me, None), work.messages.latest_out(me, answer)
    assert latest is not None
    assert before is not None
    assert (latest.text, latest.buttons) == ("Mooi", ())
    assert before.buttons == QUESTION.buttons


def test_the_latest_messages_come_oldest_first(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        for text in ("een", "twee", "drie"):
            work.messages.add_in(me, text, clock())
        assert [message.text for message in work.messages.latest(me, 2)] == ["twee", "drie"]
        assert [message.text for message in work.messages.latest(me, 9)] == ["een", "twee", "drie"]
        assert work.messages.latest("somebody else", 9) == []


def test_history_has_choices_and_starts_where_asked(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        first = work.messages.add_in(me, "hoi", clock())
        work.messages.add_out(me, QUESTION, clock(), Delivery.PENDING)
        (later,) = work.messages.history(me, first)
    assert [choice.title for choice in later.choices] == ["Ja", "Nee"]
    assert later.at == clock()


def test_what_is_new_is_found_for_more_people_than_fit_in_one_condition(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        work.messages.add_out(me, QUESTION, clock(), Delivery.PENDING)
        found = work.messages.replies_after({**{f"nobody-{number}": 0 for number in range(450)}, me: 0})
    assert list(found) == [me]


def test_only_pending_messages_are_undelivered(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        ids = [work.messages.add_out(me, Reply(delivery), clock(), delivery).id for delivery in Delivery]
        assert [each.message.text for each in work.messages.undelivered(me)] == ["pending"]
        work.messages.retry(ids[0], clock() + timedelta(minutes=1), tried=False)
        assert work.messages.undelivered(me)[0].attempts == 0
        work.messages.retry(ids[0], clock() + timedelta(minutes=1), tried=True)
        assert work.messages.undelivered(me)[0].attempts == 1
        assert work.messages.learners_undelivered(clock()) == []
        assert work.messages.learners_undelivered(clock() + timedelta(minutes=1)) == [me]
        work.messages.mark(ids[0], Delivery.DELIVERED)
        assert work.messages.undelivered(me) == []


def test_a_removed_message_takes_its_buttons_along(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        outgoing = work.messages.add_out(me, QUESTION, clock(), Delivery.HANDED)
        work.messages.remove(outgoing.id)
        assert work.messages.history(me, 0) == []
        assert work.messages.button(me, outgoing.choices[0].id, clock()) is None


def test_ids_are_not_used_again_after_a_removal(store: Store, me: str, clock: StoppedClock) -> None:
    with store.work() as work:
        removed = work.messages.add_out(me, QUESTION, clock(), Delivery.HANDED).id
        work.messages.remove(removed)
        assert work.messages.add_out(me, QUESTION, clock(), Delivery.HANDED).id > removed


def test_nothing_can_be_stored_about_somebody_who_is_not_there(store: Store, clock: StoppedClock) -> None:
    with store.work() as work, pytest.raises(UnknownLearner):
        work.messages.add_in("nobody", "hoi", clock())
    with store.work() as work, pytest.raises(UnknownLearner):
        work.inbox.knows("nobody", "1")


def test_a_talk_is_remembered(store: Store, me: str, other: str, clock: StoppedClock) -> None:
    talk = Talk(welcomed=True, leave_form=True, erase_asked_at=clock(), told_engine_is_down=True)
    with store.work() as work:
        assert work.talks.of(me) == Talk()
        work.talks.save(me, talk)
        work.talks.save(me, talk)
        assert work.talks.of(me) == talk
        work.talks.save(me, replace(talk, erase_asked_at=None))
        assert work.talks.of(me).erase_asked_at is None
        assert work.talks.of(other) == Talk()

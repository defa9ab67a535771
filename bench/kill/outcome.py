"""What became of every nudge: our rows beside what Telegram received."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, select

from bench.crowd import FIRST_CHAT, learner_id
from bench.kill.people import NUDGES
from bench.kill.schedulers import InHand
from bench.kill.telegram import BadTelegram
from bot.nudges.models import DueState, Reason
from bot.store.tables.nudges import due_nudges


@dataclass(frozen=True)
class Outcome:
    """One number per question, and the unknown ones by row."""

    nudges: int
    victims: Sequence[InHand]
    """What each killed scheduler left behind."""
    duplicates: int
    without_end_state: int
    sent_not_received: int
    not_sent_but_received: int
    unknown: Mapping[int, str]
    """Id of the row → its reason, and whether it arrived after all."""
    ends: Mapping[str, int]
    troubles: Mapping[str, int]
    """What went wrong at Telegram, and how often."""

    @property
    def kills(self) -> int:
        """Return how many schedulers died with nudges in hand; one that had none does not count."""
        return sum(map(bool, self.victims))

    @property
    def kills_while_sending(self) -> int:
        """Return how many died between handing a nudge over and writing down what became of it."""
        return sum(victim.sending > 0 for victim in self.victims)

    @property
    def unknown_by_reason(self) -> Mapping[str, Sequence[int]]:
        """Return the ids of the unknown rows by why nobody knows."""
        found = defaultdict(list)
        for key, why in self.unknown.items():
            found[why].append(key)
        return found

    @property
    def is_clean(self) -> bool:
        """Whether nothing was doubled, lost or called what it is not."""
        return not (self.duplicates or self.without_end_state or self.sent_not_received or self.not_sent_but_received)

    def numbers(self) -> Mapping[str, int]:
        """Return the numbers by what they say."""
        return {
            "nudges": self.nudges,
            "kills that interrupted": self.kills,
            "kills while sending": self.kills_while_sending,
            "kills of idle schedulers, not counted": len(self.victims) - self.kills,
            "claimed rows left behind": sum(victim.claimed for victim in self.victims),
            "sending rows left behind": sum(victim.sending for victim in self.victims),
            "duplicates": self.duplicates,
            "without_end_state": self.without_end_state,
            "unknown": len(self.unknown),
            "unknown because of a kill (lease_lost)": self.ends.get(f"{DueState.UNKNOWN}/{Reason.LEASE_LOST}", 0),
            "sent_not_received": self.sent_not_received,
            "not_sent_but_received": self.not_sent_but_received,
            **{f"Telegram, {trouble}": times for trouble, times in sorted(self.troubles.items())},
        }


def judge(engine: Engine, telegram: BadTelegram, count: int, victims: Sequence[InHand], now: datetime) -> Outcome:
    """Compare every row that was due by ``now`` with what reached its chat; duplicates are counted at Telegram alone."""
    received = nudges_received(telegram)
    chats = chats_of(count)
    with engine.connect() as connection:
        found = connection.execute(select(due_nudges).where(due_nudges.c.due_at <= now).order_by(due_nudges.c.id)).all()
    rows = [(row.id, DueState(row.state), row.reason, received[chats[row.learner_id]]) for row in found]
    unsent = (DueState.SKIPPED, DueState.NOT_SENT)
    return Outcome(
        nudges=len(rows),
        victims=victims,
        duplicates=sum(times - 1 for times in received.values() if times > 1),
        without_end_state=count - sum(state.is_end for _, state, _, _ in rows),
        sent_not_received=sum(state is DueState.SENT and not times for _, state, _, times in rows),
        not_sent_but_received=sum(state in unsent and times > 0 for _, state, _, times in rows),
        unknown={key: f"{reason}, {_arrived(times)}" for key, state, reason, times in rows if state is DueState.UNKNOWN},
        ends=Counter(f"{state}/{reason}" for _, state, reason, _ in rows),
        troubles=telegram.troubles,
    )


def chats_of(count: int) -> Mapping[str, int]:
    """Return in which chat each of the first ``count`` people is."""
    return {learner_id(number): FIRST_CHAT + number for number in range(count)}


def nudges_received(telegram: BadTelegram) -> Counter[int]:
    """Return how many nudges reached each chat."""
    found: Counter[int] = Counter()
    for (chat, text), times in telegram.received.items():
        if text in NUDGES:
            found[chat] += times
    return found


def _arrived(times: int) -> str:
    return "had arrived" if times else "had not arrived"

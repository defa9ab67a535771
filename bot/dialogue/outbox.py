"""Delivers stored messages, in order, until they arrive."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog

from bot.backoff import pause_after
from bot.clock import Clock
from bot.conversation import Delivery, Undelivered
from bot.dialogue.ports import OpenDialogueWork, Rights
from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.messages import Address, Channel, Outgoing, Reply

WHEN_IN_DOUBT = timedelta(seconds=30)
"""A reply that perhaps arrived is sent again after this: twice is better than never."""
MOST_ATTEMPTS = 5
"""After so many tries it is not sent again when it perhaps arrived."""
LONGEST_PAUSE = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=1)
"""What could not be delivered by then answers a question of yesterday."""

log = structlog.get_logger()


class Outbox:
    """Speaks through the channels. The caller sees to it that one person's messages are delivered by one thread at a time."""

    def __init__(self, open_work: OpenDialogueWork, clock: Clock, channels: Mapping[str, Channel], rights: Rights) -> None:
        self._open_work = open_work
        self._clock = clock
        self._channels = channels
        self._rights = rights

    def deliver(self, learner_id: str) -> None:
        """Deliver everything that is pending and due; what comes after a message that has to wait, waits too."""
        with self._open_work() as work:
            addresses = work.learners.addresses(learner_id)
            pending = work.messages.undelivered(learner_id)
        for undelivered in pending:
            if undelivered.retry_at and undelivered.retry_at > self._clock():
                return
            if not self._deliver(addresses[0] if addresses else None, undelivered):
                return

    def await_turn(self, address: Address, *, bulk: bool = False) -> None:
        """Return when a message may be sent to ``address``; raises TryLater or Refused."""
        self._channel_of(address).await_turn(address, bulk=bulk)

    def send(self, address: Address, message: Outgoing) -> None:
        """Hand ``message``, whose turn it is, to its channel; raises a DeliveryError. Whoever blocked us there counts as gone."""
        try:
            self._channel_of(address).send(address, message)
        except RecipientGone:
            self._rights.blocked(address)
            raise

    def reads_store(self, address: Address) -> bool:
        """Whether a stored message has arrived at ``address``."""
        channel = self._channels.get(address.channel)
        return channel is not None and channel.reads_store

    def say_unstored(self, address: Address, reply: Reply) -> None:
        """Say something that may be kept nowhere, such as a goodbye after an erasure; once, and without certainty."""
        try:
            self._send_in_turn(address, Outgoing(0, reply.text))
        except (Refused, TryLater, OutcomeUnknown) as error:
            log.info("unstored_not_delivered", channel=address.channel, reason=type(error).__name__)

    def _send_in_turn(self, address: Address, message: Outgoing) -> None:
        self.await_turn(address)
        self.send(address, message)

    def _channel_of(self, address: Address) -> Channel:
        channel = self._channels.get(address.channel)
        if channel is None:
            raise Refused(f"no channel {address.channel}")
        return channel

    def _deliver(self, address: Address | None, undelivered: Undelivered) -> bool:
        """Return whether the next message may follow."""
        message = undelivered.message
        if address is None:
            return self._mark(message, Delivery.FAILED)
        try:
            self._send_in_turn(address, message)
        except TryLater as later:
            return self._try_later(undelivered, later)
        except OutcomeUnknown:
            if undelivered.attempts + 1 < MOST_ATTEMPTS:
                return self._wait(message, self._clock() + WHEN_IN_DOUBT, tried=True)
            return self._mark(message, Delivery.FAILED)
        except Refused:
            return self._mark(message, Delivery.FAILED)
        return self._mark(message, Delivery.DELIVERED)

    def _try_later(self, undelivered: Undelivered, later: TryLater) -> bool:
        now = self._clock()
        if now - undelivered.said_at >= GIVE_UP_AFTER:
            log.warning("reply_given_up", message=undelivered.message.id, attempts=undelivered.attempts)
            return self._mark(undelivered.message, Delivery.FAILED)
        pause = pause_after(undelivered.attempts + 1, LONGEST_PAUSE)
        until = max(later.retry_at, now + pause) if later.tried else later.retry_at
        return self._wait(undelivered.message, until, tried=later.tried)

    def _wait(self, message: Outgoing, until: datetime, *, tried: bool) -> bool:
        with self._open_work() as work:
            work.messages.retry(message.id, until, tried=tried)
        return False

    def _mark(self, message: Outgoing, delivery: Delivery) -> bool:
        with self._open_work() as work:
            work.messages.mark(message.id, delivery)
        return True

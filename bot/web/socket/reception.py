"""What happens when a page connects, asks for its session, or says something."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import structlog
from anyio import to_thread

from bot.clock import Clock
from bot.errors import UnknownLearner
from bot.messages import Address, Incoming
from bot.web.ports import Message, WebServices
from bot.web.socket.frames import MAX_TEXT, Said, SessionRequest, read_said, read_session_request, stored
from bot.web.socket.sessions import SessionSigner
from bot.web.socket.throttle import Throttle
from bot.web.socket.turns import Turns
from bot.web.socket.visitors import Visitor, Visitors

log = structlog.get_logger()

HISTORY = 200
"""Messages a page gets back after a reload."""
START = "/start"
"""What the conversation service takes as: this person just came in."""


class Reception:
    """Ties open pages to learners. Knows nothing of Socket.IO: a frame goes in, an answer comes out."""

    def __init__(self, services: WebServices, signer: SessionSigner, visitors: Visitors, turns: Turns, clock: Clock) -> None:
        self._services = services
        self._signer = signer
        self._visitors = visitors
        self._turns = turns
        self._clock = clock
        self._new_sessions = Throttle()

    async def session(self, sid: str, data: object, host: str) -> dict[str, Any] | None:
        """Give the page its session, or a new one; None when ``host`` opened too many."""
        visitor = self._visitors[sid]
        request = read_session_request(data)
        resumed = self._enter(visitor, request.session_id, host)
        if resumed is None:
            return None
        history = await self._history(visitor, request.after)
        if not history:
            await self._greet(visitor)
        messages = [stored(message) for message in _missed(history, request)]
        return {"session_id": visitor.session_id, "resumed": resumed, "messages": messages}

    async def said(self, sid: str, data: object, host: str) -> dict[str, Any]:
        """Take in what the person said; the answer tells the page whether to send it again."""
        visitor = self._visitors[sid]
        said = read_said(data)
        if said is None:
            return {"accepted": False, "reason": "empty"}
        if len(said.message) > MAX_TEXT:
            return {"accepted": False, "reason": "too_long"}
        if visitor.address is None and self._enter(visitor, said.session_id, host) is None:
            return {"accepted": False, "reason": "busy"}
        accepted = await self._accept(visitor, self._incoming(visitor, said))
        return {"accepted": accepted} if accepted else {"accepted": False, "reason": "duplicate"}

    async def find_learner(self, visitor: Visitor) -> bool:
        """Look up who talks here; False when nobody is known (any more)."""
        assert visitor.address is not None
        visitor.learner_id = await to_thread.run_sync(self._learner_id, visitor.address)
        return visitor.learner_id is not None

    def _enter(self, visitor: Visitor, session_id: str | None, host: str) -> bool | None:
        """Return whether the session went on (True) or is new (False); None when no new one may be made."""
        name = self._signer.name(session_id, visitor.tenant)
        if session_id and name:
            visitor.enter(session_id, name)
            return True
        if not self._new_sessions.allows(host):
            log.warning("too_many_sessions")
            return None
        made = self._signer.new(visitor.tenant)
        visitor.enter(made, self._signer.name(made, visitor.tenant) or "")
        return False

    async def _history(self, visitor: Visitor, after: int) -> Sequence[Message]:
        """Return what the page may show, and what it missed after message ``after`` however much that is."""
        assert visitor.address is not None
        learner_id = await to_thread.run_sync(self._learner_id, visitor.address)
        if learner_id is None:
            return []
        history = await to_thread.run_sync(self._services.conversation.latest, learner_id, HISTORY)
        if history and 0 < after < history[0].id:
            history = await to_thread.run_sync(self._services.conversation.history, learner_id, after)
        # First what the page has, then who it is: from that moment on it is sent what is new.
        visitor.note(history, self._clock())
        visitor.learner_id = learner_id
        return history

    async def _greet(self, visitor: Visitor) -> None:
        assert visitor.address is not None
        opening = Said(START, f"open-{visitor.sid}", None)
        await self._accept(visitor, self._incoming(visitor, opening))

    async def _accept(self, visitor: Visitor, incoming: Incoming) -> bool:
        accepted = await to_thread.run_sync(self._services.conversation.accept, incoming)
        if visitor.learner_id is None:
            await self.find_learner(visitor)
        # Also when it came before: perhaps the process ended between storing and answering it.
        self._turns.start(incoming.address)
        return accepted

    def _incoming(self, visitor: Visitor, said: Said) -> Incoming:
        assert visitor.address is not None
        incoming = Incoming(visitor.address, said.message_id, self._clock(), tenant=visitor.tenant)
        if said.message in visitor.offered:
            return replace(incoming, choice=said.message)
        return replace(incoming, text=said.message)

    def _learner_id(self, address: Address) -> str | None:
        try:
            return self._services.identity.find(address).id
        except UnknownLearner:
            return None


def _missed(history: Sequence[Message], request: SessionRequest) -> list[Message]:
    """A page without history gets all of it; one that reconnects has its own messages already."""
    if not request.wants_history:
        return []
    return [message for message in history if request.after == 0 or (message.id > request.after and message.direction == "out")]

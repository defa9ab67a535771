"""From something a person sent to what we say. Stores nothing itself: the turn says what has to be stored."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType

import structlog

from bot.clock import Clock, local_date
from bot.conversation import Kind, Said, Talk, Waiting
from bot.dialogue.context import WORDS_FOLLOW, asks_for_moment, context_of
from bot.dialogue.deeds import EFFECTS, GUESSES, LEAVES_FORM, SUPERSEDES, Deed
from bot.dialogue.desk import FIND_DESK, Desk
from bot.dialogue.first_aid import TROUBLE
from bot.dialogue.listening import Listener
from bot.dialogue.meaning import Interpreter, NudgePress, deed_of, guess_in, nudge_press, told_in
from bot.dialogue.ports import DialogueWork, Engine, OpenDialogueWork, RasaReply
from bot.dialogue.quiet import wish_in
from bot.dialogue.turn import Turn
from bot.dialogue.wording import Label
from bot.errors import EngineUnavailable, NoAnswer
from bot.language.safety.erasing import things_to_forget
from bot.language.safety.stopping import may_be_no_stop
from bot.language.safety.words import Right, Sign
from bot.language.small_talk.greeting import Greetings
from bot.language.small_talk.waving_away import waves_away
from bot.language.words.markers import without_markers
from bot.learners.models import Group, Learner, NudgeState
from bot.messages import Reply
from bot.nudges.asking.reminders import SEEN
from bot.registers import Asked

CONFIRM_WITHIN = timedelta(minutes=10)
"""How long a yes to "wil je echt alles wissen?" counts."""
START, LEAVE_FORM, REPHRASE = "/start_conversation", "/leave_form", "/ask_rephrase"
TYPED = frozenset({Kind.TEXT, Kind.RIGHT})

log = structlog.get_logger()


@dataclass(frozen=True)
class Answerer:
    """Decides who answers: the safety layer, a nudge, or Rasa."""

    open_work: OpenDialogueWork
    clock: Clock
    desk: Desk
    interpreter: Interpreter
    greetings: Greetings
    label: Label
    listener: Listener

    def answer(self, learner: Learner, waiting: Waiting, engine: Engine) -> Turn:
        """Return the turn; raises EngineUnavailable when only Rasa could answer and does not."""
        with self.open_work() as work:
            turn = Turn(learner, waiting, work.talks.of(learner.id), engine, self._read_last(work, learner, waiting))
        if waiting.kind in TYPED:
            turn.learner = self.listener.heard(learner, turn.typed)
        ways: dict[Kind, Callable[[Turn], None]] = {
            Kind.TROUBLE: lambda told: self._trouble(told, told.waiting.payload or ""),
            Kind.RIGHT: self._right,
            Kind.START: self._start,
            Kind.CHOICE: lambda pressed: self._payload(pressed, pressed.waiting.payload or ""),
            Kind.TEXT: self._text,
            Kind.UNKNOWN_CHOICE: lambda lost: self._say(lost, "unknown_choice"),
            Kind.EMPTY: lambda empty: self._say(empty, "empty_message"),
        }
        ways[waiting.kind](turn)
        return turn

    def _read_last(self, work: DialogueWork, learner: Learner, waiting: Waiting) -> Said | None:
        """Return what the person read last; what we say about ourselves leaves the question before it open."""
        texts = self.desk.texts.speaking(learner.register)
        said = work.messages.latest_out(learner.id, waiting.message_id)
        while said and said.text in (texts("engine_down"), texts("engine_lost")):
            said = work.messages.latest_out(learner.id, said.id)
        return said

    def _trouble(self, turn: Turn, name: str) -> None:
        sign = Sign.named(name)
        if not sign.sure and Group.ZONDER_WERK in turn.learner.groups:
            # "Ze willen me toch niet meer" may be about work: that is named, and the question whether all is well stays.
            self._say(turn, "work_lost_too")
        turn.replies += self._desk(turn).help_in(sign, turn.learner.id)
        # Whoever is in debt may go on where they were; after something grave no answer to an old question is expected.
        turn.talk = replace(turn.talk, leave_form=turn.talk.leave_form or (turn.talk.welcomed and sign.is_alarm))

    def _right(self, turn: Turn) -> None:
        right = Right(turn.waiting.payload or "")
        only_a_part = right is Right.ERASE and bool(things_to_forget(turn.typed))
        if only_a_part or self.interpreter.is_answer(turn.typed, right, turn.buttons):
            self._text(turn)
        else:
            self._deed(turn, Deed(right), turn.typed)
        if right is Right.HUMAN and (place := self.listener.place_in(turn.typed)):
            # The fixed words stand by themselves, Rasa or no Rasa; the desk there is told after them.
            self._go_on(turn, f"{FIND_DESK}{json.dumps({'answer': place}, ensure_ascii=False)}")

    def _text(self, turn: Turn) -> None:
        button = self.interpreter.button_for(turn.typed, turn.buttons)
        if button:
            self._payload(turn, button.payload)
            return
        if gentle := self._waved_away(turn):
            turn.replies.append(gentle)
            return
        if asked := self.listener.asked(turn.learner, turn.typed):
            self._manner(turn, *asked)
            return
        stopped = self._has_read(turn, "stop_done", "stop_done_reminders")
        quiet = wish_in(turn.typed, turn.buttons, stopped=stopped, today=local_date(self.clock()))
        if wanted := quiet or self.listener.wanted_of_us(turn.typed):
            self._deed(turn, wanted, turn.typed)
            return
        if not turn.talk.welcomed:
            greets = turn.typed in self.greetings
            self._start(turn, words_follow=not greets)
            if greets:
                return
        hours = self.listener.told_hours(turn.learner, turn.typed, asked=self._has_read(turn, "hours_unclear", "hours_none"))
        if hours and hours.unclear:
            self._say(turn, "hours_unclear")
            return
        told = self.listener.told_work(turn.learner, turn.typed, hours)
        turn.learner = told or turn.learner
        if not (hours and hours.alone) or asks_for_moment(turn):
            self._understand(turn)
        if told or hours:
            turn.say_before_question(self._desk(turn).work_kept(turn.learner))

    def _understand(self, turn: Turn) -> None:
        if guessed := guess_in(turn.typed, turn.buttons, nudged=turn.learner.nudges.state is NudgeState.ON):
            self._effect(turn, guessed, guessed=True)
        else:
            self._say_to_rasa(turn, turn.typed)

    def _waved_away(self, turn: Turn) -> Reply | None:
        """Return what to say to "laat maar" or "grapje" right after words of despair."""
        return self._desk(turn).first_aid.waved_away(turn.said.text) if turn.said and waves_away(turn.typed) else None

    def _has_read(self, turn: Turn, *keys: str) -> bool:
        return turn.said is not None and turn.said.text in map(self._desk(turn).texts, keys)

    def _manner(self, turn: Turn, learner: Learner, wanted: Asked) -> None:
        turn.learner = learner
        turn.replies.append(self._desk(turn).manner(wanted))
        if not turn.talk.welcomed:
            self._start(turn)
        elif wanted in (Asked.EASY, Asked.EASY_U):
            # Who does not follow us wants to hear it again. Without Rasa the promise alone will do.
            with suppress(EngineUnavailable, NoAnswer):
                self._trigger(turn, REPHRASE)

    def _payload(self, turn: Turn, payload: str) -> None:
        press, deed = nudge_press(payload), deed_of(payload)
        if press:
            self._nudge(turn, press)
        elif payload.startswith(TROUBLE):
            self._trouble(turn, payload.removeprefix(TROUBLE))
        elif deed in set(Deed):
            self._deed(turn, Deed(deed), told_in(payload))
        elif payload == SEEN:
            self._say(turn, "reminder_seen")
        elif payload.startswith("/"):
            self._trigger(turn, payload)
        else:
            self._say_to_rasa(turn, payload)

    def _nudge(self, turn: Turn, press: NudgePress) -> None:
        answer = self.desk.nudges.answer(turn.learner.id, press.due_id, press.index)
        if answer.reply:
            turn.replies.append(answer.reply)
        if answer.ask:
            topic = json.dumps({"interest": self.label(answer.interest)}, ensure_ascii=False) if answer.interest else ""
            self._go_on(turn, f"/{answer.ask}{topic}")
        elif answer.offer_fewer:
            turn.replies.append(self._desk(turn).offer_fewer())
        elif not answer.reply:
            self._say(turn, "nudge_over")

    def _go_on(self, turn: Turn, payload: str) -> None:
        try:
            self._trigger(turn, payload)
        except (EngineUnavailable, NoAnswer):
            # The answer counts and is answered now; how the talk goes on waits for Rasa.
            turn.later = payload

    def _deed(self, turn: Turn, deed: Deed, told: str = "") -> None:
        if deed is Deed.ERASE_CONFIRM and self._was_asked_just_now(turn.talk):
            turn.erase = True
            return
        wanted = Deed.ERASE if deed is Deed.ERASE_CONFIRM else deed
        turn.replies += self._desk(turn).do(wanted, turn.learner.id, told)
        turn.supersedes = turn.supersedes or wanted in SUPERSEDES
        turn.talk = replace(
            turn.talk,
            erase_asked_at=self.clock() if wanted is Deed.ERASE else None,
            leave_form=turn.talk.leave_form or (turn.talk.welcomed and wanted in LEAVES_FORM),
        )

    def _was_asked_just_now(self, talk: Talk) -> bool:
        return talk.erase_asked_at is not None and self.clock() - talk.erase_asked_at <= CONFIRM_WITHIN

    def _start(self, turn: Turn, *, words_follow: bool = False) -> None:
        """Welcome whoever begins; with ``words_follow`` what they typed is answered next, so that nothing is asked before."""
        self._trigger(turn, START, {WORDS_FOLLOW: True} if words_follow else {})
        turn.talk = replace(turn.talk, welcomed=True)

    def _trigger(self, turn: Turn, payload: str, more: Mapping[str, object] = MappingProxyType({})) -> None:
        metadata = turn.named({**context_of(turn, self.desk), **more}, payload)
        self._listen(turn, lambda engine: engine.trigger(turn.learner.conversation_key, payload, metadata))

    def _say_to_rasa(self, turn: Turn, text: str) -> None:
        heard, metadata = without_markers(text), turn.named(context_of(turn, self.desk))
        self._listen(turn, lambda engine: engine.say(turn.learner.conversation_key, heard, metadata), guessed=True)

    def _listen(self, turn: Turn, ask: Callable[[Engine], list[RasaReply]], *, guessed: bool = False) -> None:
        if turn.talk.leave_form:
            turn.engine.trigger(turn.learner.conversation_key, LEAVE_FORM, turn.named({}, LEAVE_FORM))
            turn.talk = replace(turn.talk, leave_form=False)
        replies = ask(turn.engine)
        if not replies:
            # Rasa swallows the failure of an action; whoever spoke to us must not be left with silence.
            raise NoAnswer
        for reply in replies:
            if reply.effect is None:
                turn.replies.append(Reply(reply.text, reply.buttons))
            elif reply.effect in EFFECTS:
                self._effect(turn, Deed(reply.effect), guessed=guessed)
            else:
                log.warning("unknown_effect", effect=reply.effect[:32])

    def _effect(self, turn: Turn, deed: Deed, *, guessed: bool) -> None:
        doubtful = GUESSES.get(deed) is turn.learner.nudges.state or (deed is Deed.STOP and may_be_no_stop(turn.typed))
        if guessed and doubtful:
            turn.replies.append(self._desk(turn).ask_whether(deed, turn.typed))
            return
        was_leaving = turn.talk.leave_form
        self._deed(turn, deed, turn.typed)
        # Rasa asked for this itself, so it knows which question is open.
        turn.talk = replace(turn.talk, leave_form=was_leaving)

    def _desk(self, turn: Turn) -> Desk:
        return self.desk.speaking(turn.learner.register)

    def _say(self, turn: Turn, key: str) -> None:
        turn.replies.append(Reply(self._desk(turn).texts(key)))

"""Does at once what a person may always ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.dialogue.deeds import Deed
from bot.dialogue.first_aid import FirstAid
from bot.dialogue.ports import Nudges, Profiles, Rights
from bot.dialogue.quiet import Quiet
from bot.dialogue.wording import Wording
from bot.language.safety.erasing import NAME, things_to_forget
from bot.language.safety.people import Contact
from bot.language.safety.stopping import may_be_for_now
from bot.language.safety.words import Sign
from bot.language.saying.texts import Texts
from bot.learners.models import Learner
from bot.messages import Button, Reply
from bot.nudges.deciding.shifts import told_hours
from bot.registers import Asked, Register

Link = Callable[[str], str]
"""From a learner id to an address where that person's own data are."""

FIND_DESK = "/find_desk"
"""What the button means that asks for a desk nearby."""

FEWER = '/change_frequency{"frequency": "minder vaak"}'
"""What the button means that asks for fewer nudges."""


@dataclass(frozen=True)
class Desk:
    """Does what is asked and says what was done. Erasing itself is not done here: it ends the conversation."""

    rights: Rights
    profile: Profiles
    nudges: Nudges
    texts: Texts
    wording: Wording
    people: Mapping[str, Contact]
    link: Link
    first_aid: FirstAid
    quiet: Quiet

    def speaking(self, register: Register) -> "Desk":
        """Return the same desk, worded for ``register``."""
        texts, wording = self.texts.speaking(register), self.wording.speaking(register)
        first_aid, quiet = replace(self.first_aid, texts=texts), replace(self.quiet, texts=texts, wording=wording)
        return replace(self, texts=texts, wording=wording, first_aid=first_aid, quiet=quiet)

    def manner(self, wanted: Asked) -> Reply:
        """Confirm how we speak from now on; to be asked of the desk that speaks so already."""
        return self._reply(f"manner_{wanted}")

    def offer_fewer(self) -> Reply:
        """Ask whether fewer nudges would be better."""
        return self._reply("nudge_fewer", nudge_fewer_yes=FEWER, nudge_fewer_no="right:cancel")

    def work_kept(self, learner: Learner) -> Reply:
        """Tell what we keep of what somebody says about their work, and how to have it forgotten."""
        return Reply(self.wording.work_kept(learner))

    def do(self, deed: Deed, learner_id: str, told: str = "") -> list[Reply]:
        """Carry out ``deed`` for this person and return what to say. ``told`` is what they said about it."""
        acts: Mapping[Deed, Callable[[str], list[Reply]]] = {
            Deed.STOP: lambda who: (may_be_for_now(told) and self.quiet.hold(who, told)) or self._stop(who),
            Deed.STOP_ASK: lambda _: [self.ask_whether(Deed.STOP)],
            Deed.PAUSE: lambda who: self.quiet.pause(who, told),
            Deed.PAUSE_UNTIL: self.quiet.tell_until,
            Deed.RESUME: self.quiet.resume,
            Deed.OVERVIEW: self._overview,
            Deed.EXPORT: self._export,
            Deed.NUDGE_NOW: self._nudge_now,
            Deed.NEXT_NUDGE: self._next_nudge,
            Deed.WHY: lambda who: [Reply(text) for text in self.wording.why(self.nudges.why(who), self.nudges.why_not(who))],
            Deed.FORGET_WORK: self._forget_work,
            Deed.FORGET_PLACE: lambda who: self._forget_place(who, told),
            Deed.FORGET_NAME: lambda _: [self._reply("name_not_kept")],
            Deed.LEAVE_EXPERIMENT: self._leave_experiment,
            Deed.JOIN_EXPERIMENT: self._join_experiment,
            Deed.SHOW_HOURS: self._show_hours,
            Deed.ERASE: lambda _: [self._reply("erase_ask", erase_yes="right:erase_confirm", erase_no="right:cancel")],
            Deed.CANCEL: lambda _: [self._reply("erase_cancelled")],
            Deed.WELL: lambda _: [self._reply("well_good")],
            Deed.HUMAN: lambda _: [self._human()],
            Deed.HELP: lambda _: [self._reply("help", help_idea="/ask_suggestion", help_human="right:human", help_data="right:overview")],
        }
        return acts[deed](learner_id)

    def ask_whether(self, deed: Deed, told: str = "") -> Reply:
        """Ask for a clear yes to what was only guessed from ``told``: a stop, or one of ``GUESSES``."""
        if deed is Deed.PAUSE:
            return self.quiet.ask(told)
        return self._reply(f"{deed}_guessed", **{f"{deed}_yes": f"right:{deed}", f"{deed}_no": "right:cancel"})

    def help_in(self, sign: Sign, learner_id: str) -> list[Reply]:
        """Return the fixed words for somebody who may be in trouble; when it is grave for sure, nudges are held back."""
        if sign.is_alarm:
            self.rights.pause(learner_id)
        return self.first_aid(sign)

    def _stop(self, learner_id: str) -> list[Reply]:
        reminders = self.rights.has_reminders(learner_id)
        self.rights.stop(learner_id)
        return [self._reply("stop_done_reminders" if reminders else "stop_done")]

    def _overview(self, learner_id: str) -> list[Reply]:
        known = self.rights.overview(learner_id)
        work = {"overview_forget_work": "right:forget_work"} if known.groups or known.nudges.shift or known.barrier else {}
        more = self._reply("overview_more", overview_export="right:export", **work, overview_erase="right:erase")
        return [Reply(self.wording.overview(known)), *self._experiment(learner_id), more]

    def _experiment(self, learner_id: str) -> list[Reply]:
        takes_part = self.nudges.takes_part(learner_id)
        if takes_part is None:
            return []
        return [self._taking_part("overview_in_experiment" if takes_part else "overview_outside_experiment", inside=takes_part)]

    def _leave_experiment(self, learner_id: str) -> list[Reply]:
        takes_part = self.nudges.leave_experiment(learner_id)
        return [self._reply("experiment_none_left")] if takes_part is None else [self._taking_part("experiment_left", inside=False)]

    def _join_experiment(self, learner_id: str) -> list[Reply]:
        takes_part = self.nudges.join_experiment(learner_id)
        return [self._reply("experiment_none")] if takes_part is None else [self._taking_part("experiment_joined", inside=True)]

    def _taking_part(self, key: str, *, inside: bool) -> Reply:
        if inside:
            return self._reply(key, experiment_leave="right:leave_experiment")
        return self._reply(key, experiment_join="right:join_experiment")

    def _export(self, learner_id: str) -> list[Reply]:
        known = Reply(self.wording.overview(self.rights.overview(learner_id)))
        return [known, Reply(self.texts("export_link", link=self.link(learner_id)))]

    def _forget_work(self, learner_id: str) -> list[Reply]:
        self.profile.forget_work(learner_id)
        return [self._reply("work_forgotten")]

    def _forget_place(self, learner_id: str, told: str) -> list[Reply]:
        self.profile.set_place(learner_id, None)
        name = ["name_not_kept"] if NAME in things_to_forget(told) else []
        return [self._reply(key) for key in ("place_forgotten", *name)]

    def _show_hours(self, learner_id: str) -> list[Reply]:
        nudges = self.rights.overview(learner_id).nudges
        if not told_hours(nudges):
            return [self._reply("hours_none")]
        return [Reply(self.wording.hours(nudges), (Button(self.texts("overview_forget_work"), "right:forget_work"),))]

    def _nudge_now(self, learner_id: str) -> list[Reply]:
        return [self.nudges.send_now(learner_id) or self._reply("nudge_none", nudge_none_idea="/ask_suggestion")]

    def _next_nudge(self, learner_id: str) -> list[Reply]:
        following = self.nudges.next_for(learner_id)
        return [self.quiet.off("next_off") if following is None or following.is_off else Reply(self.wording.next_nudge(following))]

    def _human(self) -> Reply:
        text = self.texts("human", work_url=self.people["work"].url, language_phone=self.people["language"].phone)
        return Reply(text, (Button(self.texts("human_desk"), FIND_DESK),))

    def _reply(self, key: str, **buttons: str) -> Reply:
        return Reply(self.texts(key), tuple(Button(self.texts(title), payload) for title, payload in buttons.items()))

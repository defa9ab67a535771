"""``python -m bot nudge experiment``: who takes part, and what came out."""

from bot.bootstrap import services
from bot.commands import console
from bot.language.saying.figures import percent, points
from bot.nudges.experiment.findings import Comparison, Finding
from bot.nudges.experiment.plan import PLAN


def experiment(on: str | None, off: str | None) -> None:
    """Let an organisation take part or not, and print where the experiment stands. Raises UnknownTenant."""
    service = services().experiment
    for tenant_id, takes_part in ((on, True), (off, False)):
        if tenant_id is not None:
            service.take_part(tenant_id, on=takes_part)
    rows = [(one.id, console.texts()(f"cli_experiment_{'yes' if one.learns else 'no'}")) for one in service.tenants()]
    console.table("cli_experiment_tenants", ("cli_experiment_tenant", "cli_experiment_takes_part"), rows)
    for found in service.findings():
        _print(found)


def _print(found: Finding) -> None:
    texts = console.texts()
    sides = {side: texts(f"admin_experiment_{side}_{found.question}") for side in ("others", "compared")}
    console.say("cli_experiment_question", question=texts(f"admin_experiment_question_{found.question}"))
    console.say("cli_experiment_verdict", verdict=texts(f"admin_experiment_verdict_{found.verdict}"))
    for side, count, needed in (
        (sides["others"], found.others, found.needed_others),
        (sides["compared"], found.compared, found.needed_compared),
    ):
        known = texts("admin_experiment_few") if count is None else str(count)
        console.say("cli_experiment_counted", side=side, count=known, needed=needed)
    if found.detectable is None:
        planned = next(one for one in PLAN if one.question is found.question)
        console.say("cli_experiment_detectable_later", points=points(planned.detectable))
    else:
        console.say("cli_experiment_detectable", points=points(found.detectable))
    _compare("cli_experiment_steps", found.steps, sides)
    _compare("cli_experiment_taken_up", found.taken_up, sides)


def _compare(key: str, comparison: Comparison | None, sides: dict[str, str]) -> None:
    if comparison is None:
        return
    interval = comparison.interval
    console.say(
        key,
        other_side=sides["others"],
        others=percent(comparison.others),
        compared_side=sides["compared"],
        compared=percent(comparison.compared),
        difference=points(interval.difference),
        low=points(interval.low),
        high=points(interval.high),
    )

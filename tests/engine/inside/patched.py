"""Runs in the engine's environment: compares Rasa with and without our changes and prints what it saw as JSON."""

import ast
import asyncio
import inspect
import json
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from launch import prepare
from state import installed_pipeline, models_folder, read_trained

TEXTS = [
    "ik wil iets met hout in Haarlem",
    "vrijdag na mijn werk",
    '/pick_option{"ordinal": "2"}',
    "/start_conversation",
    '/give_wish{"interest": "brood bakken", "place": "Utrecht"}',
    "/geen_bedoeling_van_ons",
    "/",
]
WRONG_EVENTS = [
    {"event": "slot"},
    {"event": "slot", "name": 1, "value": 1},
    {"event": "slot", "name": "a", "value": 1, "timestamp": "now"},
    {"event": "no such event"},
    {"event": ["slot"]},
    {"name": "a", "value": 1},
    {"event": "user", "parse_data": {"entities": [{"entity": "a"}]}},
    "slot",
]
WRONG = [{"events": [event]} for event in WRONG_EVENTS] + [{"events": "none"}, {"events": None}, {"responses": ["text"]}, []]
FINE = [
    {"events": [{"event": "slot", "name": "a", "value": None, "timestamp": None}], "responses": [{"text": "a"}]},
    {"events": [{"event": "active_loop", "name": None}, {"event": "followup", "name": "a"}, {"event": "user", "text": None}]},
    {},
]


def verdict(check: Callable[..., object], *given: object) -> bool | str:
    try:
        return bool(check(*given))
    except Exception as refusal:  # noqa: BLE001  # whichever kind Rasa uses
        return f"{type(refusal).__name__}: {refusal}"


def only_logged(module: ModuleType) -> bool:
    """Whether everything that is copied in a module goes into a line of the debug log."""
    tree = ast.parse(inspect.getsource(module))
    logged = [call for call in ast.walk(tree) if isinstance(call, ast.Call) and ast.unparse(call.func) == "structlogger.debug"]
    inside = {id(node) for call in logged for node in ast.walk(call)}
    copies = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node).startswith("copy.")]
    return bool(copies) and all(id(node) in inside for node in copies)


async def sessions() -> list[bool]:
    from rasa.utils.endpoints import EndpointConfig

    one, other = EndpointConfig("http://127.0.0.1:1"), EndpointConfig("http://127.0.0.1:2")
    async with one.session() as first:
        pass
    async with one.session() as second, other.session() as third:
        same, apart, still_open = first is second, third is not second, not first.closed
    await first.close()
    async with one.session() as fourth:
        fresh = not fourth.closed
    await asyncio.gather(fourth.close(), third.close())
    return [same, apart, still_open, fresh]


async def calls() -> list[tuple[int, bool]]:
    """Call an action three times, at last after the action server was started anew: each answer, and whether the domain went along."""
    from aiohttp import web
    from rasa.core.actions.action import RemoteAction
    from rasa.core.channels import CollectingOutputChannel
    from rasa.core.nlg import TemplatedNaturalLanguageGenerator
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.trackers import DialogueStateTracker
    from rasa.utils.endpoints import EndpointConfig

    heard, known = [], set()

    async def webhook(request: web.Request) -> web.Response:
        body = await request.json()
        known.update({body["domain_digest"]} if body["domain"] else ())
        status = 200 if body["domain_digest"] in known else 449
        heard.append((status, body["domain"] == domain.as_dict()))
        return web.json_response({"events": [], "responses": []}, status=status)

    app = web.Application()
    app.router.add_post("/webhook", webhook)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    endpoint = EndpointConfig(f"http://127.0.0.1:{runner.addresses[0][1]}/webhook")
    domain = Domain.from_yaml("responses: {utter_a: [{text: a}]}")
    for restarted in (False, False, True):
        if restarted:
            known.clear()
        tracker = DialogueStateTracker("k", [])
        await RemoteAction("a", endpoint).run(CollectingOutputChannel(), TemplatedNaturalLanguageGenerator({}), tracker, domain)
    async with endpoint.session() as session:
        await session.close()
    await runner.cleanup()
    return heard


def main() -> None:
    prepare(installed_pipeline())
    import dask  # noqa: F401  # Rasa without our changes needs it

    from engine import patches
    from engine.patches import left_out

    patches.apply(patches.BEFORE_IMPORT)
    import rasa.core.run  # noqa: F401  # everything that serving imports
    from rasa.core.actions.action import RemoteAction
    from rasa.core.agent import Agent
    from rasa.core.channels import UserMessage
    from rasa.nlu.classifiers.diet_classifier import DIETClassifier
    from rasa.shared.core.events import ActionExecuted, Event, UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker
    from rasa.shared.utils.common import all_subclasses

    from tests.engine.inside.talks import kinds_of_events, replayed, seen_by_policies

    model = str(read_trained().path)
    names = sorted({kind.type_name for kind in all_subclasses(Event)})

    def picture() -> dict[str, Any]:
        agent = Agent.load(model)

        def parsed(text: str) -> dict[str, Any]:
            tracker = DialogueStateTracker.from_events("k", [], agent.domain.slots)
            return agent.processor._parse_message_with_graph(UserMessage(text, sender_id="k"), tracker)

        def next_action(text: str) -> list[dict[str, Any]]:
            tracker = DialogueStateTracker("k", agent.domain.slots)
            told = parsed(text)
            tracker.update(ActionExecuted("action_listen"), agent.domain)
            tracker.update(UserUttered(text, told["intent"], told["entities"], told), agent.domain)
            return agent.processor.predict_next_with_tracker(tracker)["scores"]

        action = RemoteAction("a", None)
        return {
            "domain": agent.processor.graph_runner._instantiated_nodes["domain_provider"]._component.provide_inference().fingerprint(),
            "parsed": [parsed(text) for text in TEXTS],
            "next": [next_action(text) for text in TEXTS[:3]],
            "talks": seen_by_policies(agent),
            "kinds": kinds_of_events(),
            "events": [Event.resolve_by_type(name).__name__ for name in names],
            "unknown": verdict(Event.resolve_by_type, "no such event"),
            "default": Event.resolve_by_type("no such event", Event) is Event,
            "answers": [verdict(action._validate_action_result, answer) for answer in [*FINE, *WRONG]],
        }

    before = picture()
    from engine.patches import silent_debug

    logged = {module.__name__: only_logged(module) for module in silent_debug.MODULES}
    patches.apply(patches.AFTER_IMPORT)
    learned, kept = picture(), picture()
    result = {
        "before": before,
        "learned": learned,
        "kept": kept,
        "replayed": replayed(Agent.load(model).domain),
        "crf_kept": len(list((models_folder() / "entities").rglob("*.crfsuite"))),
        "logged": logged,
        "sessions": asyncio.run(sessions()),
        "calls": asyncio.run(calls()),
        "imported": [
            name
            for name in ("tensorflow", "sklearn", "aiogram", "matplotlib", "pymongo.common", "botocore.client")
            if sys.modules.get(name)
        ],
        "diet": verdict(DIETClassifier.create, {}),
        "needs": [
            left_out.needs_all(parts)
            for parts in (
                read_trained().parts(),
                {"rasa.nlu.classifiers.diet_classifier.DIETClassifier"},
                {"somebody.elses.Policy"},
            )
        ],
    }
    print("\n" + json.dumps(result))


main()

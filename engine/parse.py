"""Show how the trained model understands sentences: ``python engine/parse.py < sentences > lines of JSON``.

One sentence a line in; intent, ranking and entities a line out. For tests, reports and curiosity.
"""

import asyncio
import json
import logging
import sys

import structlog
from serve import checked


async def _parse(lines: list[str], model: str) -> None:
    from rasa.core.agent import Agent  # after checked(): it reads the environment when imported

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    agent = Agent.load(model)
    for line in lines:
        parsed = await agent.parse_message(line)
        kept = {key: parsed[key] for key in ("text", "intent", "intent_ranking")}
        kept["entities"] = [{k: e.get(k) for k in ("entity", "value", "start", "end", "extractor")} for e in parsed["entities"]]
        print(json.dumps(kept), flush=True)


if __name__ == "__main__":
    asyncio.run(_parse(sys.stdin.read().splitlines(), str(checked().path)))

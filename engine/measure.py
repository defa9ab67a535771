"""Train and time any pipeline, for comparing: ``python engine/measure.py train CONFIG DATA MODEL`` and ``… parse MODEL < sentences``.

``train`` leaves ``MODEL`` (a file). ``parse`` writes a line of JSON for each sentence (guess, confidence of every ranked
intent, milliseconds of processor time) and at the end one with the memory of the process in MB.
"""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path

from launch import prepare
from saying import stop
from state import installed_pipeline


def train(config: str, data: str, model: str) -> None:
    """Rasa's own training of understanding only, without its cache: what it costs is what we want to know."""
    target = Path(model)
    sys.argv = ["rasa", "train", "nlu", "--nlu", data, "--config", config, "--out", str(target.parent)]
    sys.argv += ["--fixed-model-name", target.name.removesuffix(".tar.gz"), "--num-threads", "1"]
    from rasa.__main__ import main as rasa  # after prepare: it reads the environment when imported

    rasa()


async def parse(model: str) -> None:
    """Time one sentence after another, as they come in a conversation."""
    from rasa.core.agent import Agent

    agent = Agent.load(model)
    for line in ["warm", *sys.stdin.read().splitlines()]:
        started = time.process_time()
        parsed = await agent.parse_message(line)
        cost = 1000 * (time.process_time() - started)
        print(json.dumps({"ms": cost, "ranking": {each["name"]: each["confidence"] for each in parsed["intent_ranking"]}}), flush=True)
    print(json.dumps({"rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}), flush=True)


if __name__ == "__main__":
    prepare(installed_pipeline() or stop("spacy_missing"))
    if sys.argv[1] == "train":
        train(*sys.argv[2:])
    else:
        asyncio.run(parse(sys.argv[2]))

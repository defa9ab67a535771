"""Brings the scripts that come with the product into the store, once, and newer ones later."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.nudges.models import Script
from bot.nudges.ports import NudgeWork, VersionInfo


@dataclass(frozen=True)
class SeedReport:
    """Ids of scripts, by what happened."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Newer in the product, but an administrator made the current version."""


def seed_scripts(work: NudgeWork, shipped: Iterable[Script], now: datetime) -> SeedReport:
    """Publish new scripts, and newer texts of scripts that nobody edited."""
    added, updated, kept = [], [], []
    for script in shipped:
        work.scripts.for_change(script.id)
        versions = work.scripts.versions(script.id)
        if not versions:
            work.scripts.publish(replace(script, version=1), now, made_by=None)
            added.append(script.id)
        elif not _came_before(script, versions):
            if versions[0].made_by is None:
                work.scripts.publish(replace(script, version=versions[0].version + 1), now, made_by=None)
                updated.append(script.id)
            else:
                kept.append(script.id)
    return SeedReport(tuple(added), tuple(updated), tuple(kept))


def _came_before(script: Script, versions: Iterable[VersionInfo]) -> bool:
    # An older release of the product that starts once more must not bring its old texts back.
    return any(one.made_by is None and replace(script, version=one.version) == one.script for one in versions)

"""Rasa sends the whole domain with every call of an action: most of what it writes, and most of what the action server reads.

The action server keeps a domain with its digest, and answers 449 to a digest that it does not know: made for later versions of
Rasa, which send the domain only when it is asked for. So do we.
"""

from __future__ import annotations

from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

DOMAIN_UNKNOWN = 449
"""The status with which the action server asks for the domain."""


def apply() -> None:
    """Send the digest; send the domain after it when the action server asks."""
    described, sent = RemoteAction._action_call_format, EndpointConfig.request
    domains: dict[str, Domain] = {}
    nothing = Domain.empty()

    def describe(self: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
        return described(self, tracker, nothing) | {"domain": None, "domain_digest": digest(domain)}

    def digest(domain: Domain) -> str:
        # Working it out takes as long as sending the domain would: it is kept with the domain.
        told: str | None = vars(domain).get("told_digest")
        if told is None:
            told = domain.told_digest = domain.fingerprint()
            domains[told] = domain
        return told

    async def send(self: EndpointConfig, *args: Any, **values: Any) -> Any:  # noqa: ANN401  # Rasa's own
        try:
            return await sent(self, *args, **values)
        except ClientResponseError as refusal:
            if refusal.status != DOMAIN_UNKNOWN:
                raise
        body = values["json"]
        return await sent(self, *args, **{**values, "json": {**body, "domain": domains[body["domain_digest"]].as_dict()}})

    RemoteAction._action_call_format = describe
    EndpointConfig.request = send

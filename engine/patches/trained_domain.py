"""The domain in a model was checked when the model was trained. Rasa reads it five times to check it again at every start."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.utils.io import read_file, read_yaml


def apply() -> None:
    """Read it once."""
    DomainProvider.load = classmethod(load)


def load(
    cls: type[DomainProvider],
    config: dict[str, Any],
    model_storage: ModelStorage,
    resource: Resource,
    execution_context: ExecutionContext,
    **_: object,
) -> DomainProvider:
    """Return the provider of the model's own domain."""
    with model_storage.read_from(resource) as folder:
        return cls(model_storage, resource, Domain.from_dict(read_yaml(read_file(folder / "domain.yml"))))

"""Start without TensorFlow when the model has no part that needs it: 250 MB and seconds less.

Rasa imports its neural parts at start whether a model uses them or not. Here their modules hold placeholders that say
what is wrong when they are used after all.
"""

import sys
from types import ModuleType
from typing import NoReturn

NEURAL = {
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
    "rasa.core.policies.unexpected_intent_policy": ("UnexpecTEDIntentPolicy",),
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": ("ConveRTFeaturizer",),
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": ("LanguageModelFeaturizer",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
}
"""Every module of Rasa that imports TensorFlow by itself and is imported by others, with what they import from it."""


class NeedsTensorFlow(Exception):
    """A neural part of Rasa is used in a process that was started without."""


class Placeholder:
    """Stands where a neural part would be."""

    def __init__(self, *_: object, **__: object) -> None:
        self.refuse()

    @classmethod
    def refuse(cls, *_: object, **__: object) -> NoReturn:
        raise NeedsTensorFlow(cls.__name__)

    create = load = refuse


def needs_tensorflow(parts: set[str]) -> bool:
    """Whether a model with these parts, named by module and class, cannot do without."""
    neural = {f"{module}.{name}" for module, names in NEURAL.items() for name in names}
    # A part that was written elsewhere may build on a neural one; what we wrote ourselves does not.
    return bool(parts & neural) or not all(part.startswith(("rasa.", "engine.components.")) for part in parts)


def apply() -> None:
    """Put the placeholders in place; must come before Rasa is imported."""
    for module, names in NEURAL.items():
        stand_in = ModuleType(module)
        for name in names:
            setattr(stand_in, name, type(name, (Placeholder,), {"__module__": module}))
        sys.modules.setdefault(module, stand_in)

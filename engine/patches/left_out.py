"""Start without the parts of Rasa that the model does not have: 300 MB and seconds less.

Rasa imports its neural parts, its other learners, a dozen chat services, plotting and two databases whether they are used or
not. Here their modules hold placeholders that say what is wrong when they are used after all.
"""

import sys
from types import ModuleType
from typing import NoReturn

LEARNERS = {
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
    "rasa.core.policies.unexpected_intent_policy": ("UnexpecTEDIntentPolicy",),
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.classifiers.logistic_regression_classifier": ("LogisticRegressionClassifier",),
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": ("ConveRTFeaturizer",),
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": ("LanguageModelFeaturizer",),
    "rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer": ("CountVectorsFeaturizer",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
    "rasa.utils.tensorflow.model_data": ("Data", "FeatureArray", "FeatureSignature", "RasaModelData", "ragged_array_to_ndarray"),
}
"""Every module of Rasa that imports TensorFlow or scikit-learn by itself and is imported by others, with what they import from it."""

SURROUNDINGS = {
    "boto3": (),
    "boto3.dynamodb": (),
    "boto3.dynamodb.conditions": ("Key",),
    "dask": ("get",),  # plain_runner.py does its work
    "pymongo": (),
    "pymongo.collection": ("Collection",),
    "pymongo.errors": ("ConnectionFailure", "OperationFailure"),
    "rasa.core.channels.botframework": ("BotFrameworkInput",),
    "rasa.core.channels.console": ("CmdlineInput",),
    "rasa.core.channels.facebook": ("FacebookInput",),
    "rasa.core.channels.hangouts": ("HangoutsInput",),
    "rasa.core.channels.mattermost": ("MattermostInput",),
    "rasa.core.channels.rocketchat": ("RocketChatInput",),
    "rasa.core.channels.slack": ("SlackInput",),
    "rasa.core.channels.telegram": ("TelegramInput",),
    "rasa.core.channels.twilio": ("TwilioInput",),
    "rasa.core.channels.twilio_voice": ("TwilioVoiceInput",),
    "rasa.core.channels.webexteams": ("WebexTeamsInput",),
    "rasa.utils.plotting": ("plot_confusion_matrix", "plot_curve", "plot_paired_histogram"),
}
"""What no model needs: services and databases that endpoints.yml and credentials.yml do not name, and drawing."""

ABSENT = ("sklearn",)
"""Libraries that must look as if they are not installed: sklearn_crfsuite then does without."""


class LeftOut(Exception):
    """A part of Rasa is used in a process that was started without."""


class Placeholder(Exception):
    """Stands where a part would be. An exception, because Rasa names some of them where it catches errors."""

    def __init__(self, *_: object, **__: object) -> None:
        self.refuse()

    @classmethod
    def refuse(cls, *_: object, **__: object) -> NoReturn:
        raise LeftOut(cls.__name__)

    create = load = refuse

    @classmethod
    def name(cls) -> str:
        """Return what a channel is listed under."""
        return cls.__name__


def needs_all(parts: set[str]) -> bool:
    """Whether a model with these parts, named by module and class, cannot do without."""
    missing = {f"{module}.{name}" for module, names in LEARNERS.items() for name in names}
    # A part that was written elsewhere may build on one of those; what we wrote ourselves does not.
    return bool(parts & missing) or not all(part.startswith(("rasa.", "engine.components.")) for part in parts)


def apply() -> None:
    """Put the placeholders in place; must come before Rasa is imported."""
    for module, names in (LEARNERS | SURROUNDINGS).items():
        stand_in = ModuleType(module)
        for name in names:
            setattr(stand_in, name, type(name, (Placeholder,), {"__module__": module}))
        above, _, last = module.rpartition(".")
        if sys.modules.setdefault(module, stand_in) is stand_in and isinstance(sys.modules.get(above), ModuleType):
            setattr(sys.modules[above], last, stand_in)
    for library in ABSENT:
        sys.modules.setdefault(library, None)  # type: ignore[arg-type]  # how Python itself says so

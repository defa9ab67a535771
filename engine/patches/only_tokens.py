"""From the spaCy pipeline the model only needs the words: without lemmas, places and sentence ends it loads in half the time.

Rasa also makes two parts that each load the pipeline; they may share it.
"""

from functools import cache

import spacy
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP
from spacy.lang.nl import Dutch


def apply() -> None:
    """Load the tokeniser of each pipeline once."""
    SpacyNLP.load_model = staticmethod(cache(load_model))


def load_model(spacy_model_name: str) -> SpacyModel:
    """Return the pipeline without anything that works on tokens; its exceptions come from its own files."""
    exceptions, Dutch.Defaults.tokenizer_exceptions = Dutch.Defaults.tokenizer_exceptions, {}
    try:
        language = spacy.load(spacy_model_name, exclude=spacy.info(spacy_model_name)["pipeline"])
    finally:
        Dutch.Defaults.tokenizer_exceptions = exceptions
    return SpacyModel(model=language, model_name=spacy_model_name)

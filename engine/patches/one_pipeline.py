"""Rasa makes two parts that each load the spaCy pipeline; they may share it, which saves a second and 60 MB."""

from functools import cache

from rasa.nlu.utils.spacy_utils import SpacyNLP


def apply() -> None:
    """Load each pipeline once."""
    SpacyNLP.load_model = staticmethod(cache(SpacyNLP.load_model))

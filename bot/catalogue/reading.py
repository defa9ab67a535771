"""Reads a place, a budget, a time and kinds out of a free sentence, for those who type it all at once."""

from decimal import Decimal

from bot.catalogue.interests import FOLDER, InterestVocabulary
from bot.catalogue.models import Kind
from bot.catalogue.regions import Regions
from bot.catalogue.wanted import Wanted
from bot.catalogue.wordlist import EXACT, WordList
from bot.language.numbers.amounts import euros_in, minutes_in
from bot.language.person.homes import from_home_on
from bot.language.person.postcodes import without_postcode
from bot.language.wishes.rejecting import rejected_words, without_rejected
from bot.language.words.fold import words_of
from bot.language.words.yaml_files import read_mapping


class WishReader:
    """Turns "iets met hout in Zwolle, gratis" into what to look for."""

    def __init__(self, interests: InterestVocabulary, regions: Regions) -> None:
        self._interests = interests
        self._regions = regions
        self._kinds = WordList(read_mapping(FOLDER / "kinds.yml"))

    def read(self, text: str) -> Wanted:
        """Return what ``text`` asks for; what it does not mention stays open."""
        euros, wanted = euros_in(text), without_rejected(text)
        # "Emmen? Ik woon in Goes": where somebody lives goes before a place that they speak of.
        place = self._regions.place_in(from_home_on(wanted)) or self._regions.place_in(wanted)
        topic = self._topic(without_postcode(text), words_of(place or ""))
        return Wanted(
            text=topic,
            interests=self._interests.tags_in(topic),
            place=place,
            place_refused=self._regions.place_in(rejected_words(text)),
            max_price=None if euros is None else Decimal(euros),
            max_minutes=minutes_in(text),
            kinds=self.kinds_in(text),
        )

    def kinds_in(self, text: str) -> frozenset[Kind]:
        """Return the kinds that ``text`` names, such as a book or a course."""
        return frozenset(Kind(hit.label) for hit in self._kinds.hits(text) if hit.strength >= EXACT)

    def _topic(self, text: str, place: tuple[str, ...]) -> str:
        """Return ``text`` without the words that named the place or the kind: they are no topic to search for."""
        return " ".join(chunk for chunk in text.split() if not (set(words_of(chunk)) & set(place) or self.kinds_in(chunk)))

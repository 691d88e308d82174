"""Readings by the hundred thousand: stories of the corpus' train part with other names, words and days.

A clone keeps all spans: each word gives way to one of its length. Within a clone the same word always becomes the same,
so that its articles still tell of one thing, and copy each other. Names come from a pool in which few are in thousands
of articles and most in a handful, as in news; states and great cities stay what they are.
"""

import datetime
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from corpus.check import STORIES, checked
from corpus.splits import stories_of
from corroborate.lineage.fingerprints import text_keys
from corroborate.model.grounded import GroundedReading
from corroborate.model.ids import content_id
from corroborate.model.interval import Interval
from corroborate.model.keys import Keys
from corroborate.names.fold import fold
from corroborate.pipeline import Work
from corroborate.reconcile.stories.blocking import keys_of
from corroborate.reconcile.stories.profiles import Profile
from corroborate.reconcile.stories.wording import is_well_known, most_telling
from evaluation.gold_readings import gold_readings

R = TypeVar("R")

WORD = re.compile(r"[^\W\d_]{3,}")
FIRST_DAY = datetime.date(2020, 1, 1)
DAYS = 3 * 365
# A name is drawn from ranks 100 to 200,000, each in proportion to one over its rank: the first stands in some hundredth
# of all articles.
FIRST_RANK, LAST_RANK = 100, 200_000
KEPT_WORDS = 0.4
SAME_TOWN = 50
# Names stand among the words that weigh most; twice as many as can be keys are enough.
KEY_WORDS = 24
MOST_DEAD = 60
# Shorter words are mostly those that hold a sentence together.
SHORTEST = 4
CAPITALISED = frozenset(
    (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StandIn:
    """A stored document: what it is found by, and a reading to be loaded."""

    reading: GroundedReading
    keys: Keys


@dataclass(frozen=True, slots=True)
class Original:
    """A story's readings with their profiles, the words that stay, and the day that clones' days are counted from."""

    readings: tuple[GroundedReading, ...]
    profiles: tuple[Profile, ...]
    kept: frozenset[str]
    day: datetime.date


def originals(work: Work) -> tuple[Original, ...]:
    """The train stories as a perfect reader reads them."""
    found = []
    for name in stories_of("train"):
        story, _ = checked(STORIES / name)
        readings = gold_readings(story, work)
        days = [each.document.published for each in readings if each.document.published]
        day = datetime.date.fromisoformat(min(days)[:10]) if days else FIRST_DAY
        profiles = tuple(_telling(work.profile(each)) for each in readings)
        found.append(Original(readings, profiles, _kept(readings), day))
    return tuple(found)


def _telling(profile: Profile) -> Profile:
    """The profile with those words only that can be keys."""
    heaviest = most_telling(profile.words.items(), KEY_WORDS)
    return replace(profile, words={word: profile.words[word] for word in heaviest})


def clone(original: Original, number: int, lengths: Mapping[int, Sequence[str]]) -> tuple[GroundedReading, ...]:
    """The story anew under that number, every article of it."""
    words = Words(number, original.kept, lengths)
    return tuple(_clone(reading, words, moved_by(original, number)) for reading in original.readings)


def stand_ins(original: Original, number: int, lengths: Mapping[int, Sequence[str]]) -> Iterator[StandIn]:
    """The story anew, cheaply: the keys are those of other names, words and days, the readings have the old words.

    A reading that is found by chance and turned down costs as much as one with its own words.
    """
    words, shift = Words(number, original.kept, lengths), moved_by(original, number)
    for reading, profile in zip(original.readings, original.profiles, strict=True):
        document, published = reading.document, _moved(reading.document.published, shift)
        identifier = content_id("doc", document.id, number, published)
        changed = replace(document, id=identifier, name="", published=published)
        runs = (words.run(key) for key in text_keys(document))
        keys = keys_of(words.profile(profile, shift.days if published else None), runs)
        yield StandIn(replace(reading, document=changed), keys)


def moved_by(original: Original, number: int) -> datetime.timedelta:
    """How far the days of that clone are from the original's."""
    return FIRST_DAY + datetime.timedelta(days=_chance(number, "day", DAYS)) - original.day


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of one clone become."""

    number: int
    kept: frozenset[str]
    lengths: Mapping[int, Sequence[str]]

    def name(self, match: re.Match[str]) -> str:
        """Another name of the same length, for a word with a capital; other words stay."""
        word = match.group()
        if not word[0].isupper() or word in self.kept:
            return word
        made = self._drawn(word.casefold())
        return made.upper() if word.isupper() else made.capitalize()

    def profile(self, profile: Profile, days: int | None) -> Profile:
        """A profile with other names and words, so many days later."""
        return replace(
            profile,
            day=None if days is None or profile.day is None else profile.day + days,
            onsets=frozenset(WORD.sub(self.name, each) for each in profile.onsets),
            incidents=tuple(
                replace(
                    each,
                    spots=frozenset(spot if spot in profile.common else self._spot(spot) for spot in each.spots),
                    tolls=frozenset(self._toll(toll) for toll in each.tolls),
                )
                for each in profile.incidents
            ),
            names={fold(self._drawn(name)): count for name, count in profile.names.items()},
            words={WORD.sub(self.any, word): weight for word, weight in profile.words.items()},
        )

    def run(self, key: str) -> str:
        """The key of another run of words; the same within a clone, so that its articles copy each other."""
        return f"{_chance(self.number, key, 2**60):016x}"

    def _spot(self, spot: str) -> str:
        """Another town; one clone in SAME_TOWN is of the same."""
        if ":" in spot and not _chance(self.number, f"town {spot}", SAME_TOWN):
            return spot
        return fold(self._drawn(f"town {spot}"))

    def _toll(self, toll: str) -> str:
        role, _, _ = toll.partition("=")
        return f"{role}={round(MOST_DEAD ** (_chance(self.number, toll, 1000) / 1000))}"

    def _drawn(self, word: str) -> str:
        rank = int(FIRST_RANK * (LAST_RANK / FIRST_RANK) ** (_chance(self.number, word, 10_000) / 10_000))
        return _syllables(rank, len(word))

    def any(self, match: re.Match[str]) -> str:
        """The same, and other words as well."""
        word = match.group()
        if word[0].isupper():
            return self.name(match)
        if len(word) < SHORTEST or _chance(self.number, f"keep {word}", 100) < KEPT_WORDS * 100:
            return word
        choices = self.lengths.get(len(word), (word,))
        return choices[_chance(self.number, word, len(choices))]


def _clone(reading: GroundedReading, words: Words, shift: datetime.timedelta) -> GroundedReading:
    document = reading.document
    text = _rewritten(reading, words)
    published = _moved(document.published, shift)
    identifier = content_id("doc", text, words.number, published)
    names = _renamed(replace(reading, document=replace(document, text="")), words)
    return replace(
        names,
        document=replace(
            names.document, id=identifier, name=f"{identifier}.txt", text=text, published=published, url=None
        ),
        reading=replace(names.reading, document=identifier),
        intervals=tuple(_moved_interval(interval, shift) for interval in reading.intervals),
    )


def _rewritten(reading: GroundedReading, words: Words) -> str:
    """The text with names changed everywhere, and other words where nothing was found in them."""
    text = WORD.sub(words.any, reading.document.text)
    pieces = list(text)
    told = reading.reading
    found = [each.span for each in told.names] + [each.span for each in told.times]
    found += [each.span for each in told.amounts] + [each.span for each in told.events]
    for span in found:
        pieces[span.start : span.end] = WORD.sub(words.name, reading.document.text[span.start : span.end])
    return "".join(pieces)


def _renamed(record: R, words: Words) -> R:
    """A record with other names in all of its strings; keys of the gazetteer and of known actors stay."""
    if isinstance(record, str):
        return WORD.sub(words.name, record)  # type: ignore[return-value]
    if isinstance(record, tuple):
        return tuple(_renamed(each, words) for each in record)  # type: ignore[return-value]
    if is_dataclass(record) and not isinstance(record, type) and type(record).__name__ not in ("Spot", "Span"):
        changed = {each.name: _renamed(getattr(record, each.name), words) for each in fields(record)}
        return replace(record, **{name: new for name, new in changed.items() if name not in ("country", "admin1")})
    return record


def _kept(readings: Sequence[GroundedReading]) -> frozenset[str]:
    """Names of states, provinces, great cities and known actors; days and months."""
    found = set(CAPITALISED)
    for item in readings:
        for index, name in enumerate(item.reading.names):
            actor, place = item.actor_of[index], item.place_of[index]
            known = actor >= 0 and item.actors[actor].seed is not None
            if known or (place >= 0 and is_well_known(item.places[place])):
                found.update(WORD.findall(name.text))
    return frozenset(found)


def _moved(day: str | None, shift: datetime.timedelta) -> str | None:
    return None if day is None else (datetime.date.fromisoformat(day[:10]) + shift).isoformat()


def _moved_interval(interval: Interval | None, shift: datetime.timedelta) -> Interval | None:
    if interval is None:
        return None
    return replace(interval, earliest=_moved(interval.earliest, shift), latest=_moved(interval.latest, shift))


def by_length(vocabulary: Sequence[str]) -> Mapping[int, Sequence[str]]:
    """Words by how long they are, to choose from."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in vocabulary:
        found[len(word)].append(word)
    return found


def _syllables(rank: int, length: int) -> str:
    """A word of that length (32 letters at most)."""
    digest = hashlib.blake2b(f"name {rank}".encode(), digest_size=32).digest()
    letters = (("aeiou"[sign % 5] if at % 2 else "bdfghklmnprstv"[sign % 14]) for at, sign in enumerate(digest))
    return "".join(letters)[:length]


def _chance(number: int, words: str, below: int) -> int:
    return int.from_bytes(hashlib.blake2b(f"{number} {words}".encode(), digest_size=8).digest(), "big") % below

"""Given event mentions with what they are likened by: trigger, sentence, names, document."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corroborate import pipeline
from corroborate.clean.page import clean_page
from corroborate.model.document import Page
from corroborate.pipeline import read_data
from corroborate.reconcile.stories.profiles import Profile
from corroborate.reconcile.stories.wording import WordShares, plain_words, rarity
from evaluation.layers.plain import Plain
from evaluation.layers.predicted import told

SYNONYMS = Path(__file__).parent / "synonyms.csv"
# What is cut off a word so that "acquisitions" and "acquired" may meet; longer endings first.
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s", "e")
SHORTEST_STEM = 3
# So many words on either side of a trigger mostly belong to its clause.
NEAR_WORDS = 5

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Mention:
    """One given event mention. `stems` are its words without endings, the first one the trigger."""

    document: str
    chain: str
    stems: tuple[str, ...]
    groups: frozenset[int]
    rarity: float
    sentence: Weights
    near: Weights
    after: Weights
    names: frozenset[str]
    first: bool


@dataclass(frozen=True, slots=True)
class Pool:
    """All documents' mentions, and the profile of each document."""

    mentions: tuple[Mention, ...]
    profiles: Mapping[str, Profile]


def pool_of(records: Sequence[Plain]) -> Pool:
    """The given event mentions of all records; all else is the program's own reading."""
    work = pipeline.work()
    shares = work.resources.reconcile.shares
    profiles = {record["id"]: _profile(record, work) for record in records}
    mentions = (each for record in records for each in _mentions(record, profiles[record["id"]], shares))
    return Pool(tuple(mentions), profiles)


def _profile(record: Plain, work: pipeline.Work) -> Profile:
    document, _ = clean_page(Page(record["id"], record["text"], told(record)), work.resources.clean)
    return work.profile(work.read(document)[0])


def _mentions(record: Plain, profile: Profile, shares: WordShares) -> Iterator[Mention]:
    text = record["text"]
    for event in record["events"]:
        start, end = event["start"], event["end"]
        at, (begins, ends) = next((at, span) for at, span in enumerate(record["sentences"]) if span[1] > start)
        words = text[start:end].split() or [text[start:end]]
        stems = tuple(stem(word) for word in words)
        before, after = text[begins:start].split(), text[end:ends].split()
        sentence = _weights(text[begins:ends], shares)
        yield Mention(
            record["id"],
            event["id"],
            stems,
            _synonyms().get(stems[0], frozenset()),
            rarity(words[0].casefold().removesuffix("s"), shares),
            sentence,
            _weights(" ".join((*before[-NEAR_WORDS:], *after[:NEAR_WORDS])), shares),
            _weights(" ".join(after[: NEAR_WORDS - 1]), shares),
            frozenset(word for word in sentence if word in profile.names),
            at == 0,
        )


def _weights(text: str, shares: WordShares) -> Weights:
    return {word: rarity(word, shares) for word in sorted(set(plain_words(text)))}


def stem(word: str) -> str:
    """A word without its ending; irregular forms as the table of event words has them.

    >>> stem("acquisitions"), stem("acquired"), stem("struck")
    ('acquisit', 'acquir', 'strik')
    """
    plain = word.casefold().strip(".,;:'\"")
    plain = _lemmas().get(plain, plain)
    ending = next((each for each in ENDINGS if plain.endswith(each) and len(plain) - len(each) >= SHORTEST_STEM), "")
    plain = plain.removesuffix(ending)
    return plain[:-1] if len(plain) > SHORTEST_STEM and plain[-1] == plain[-2] else plain


@lru_cache(maxsize=1)
def _lemmas() -> Mapping[str, str]:
    rows = csv.DictReader(read_data("lexicons/events.csv").splitlines())
    found: dict[str, str] = {}
    for row in rows:
        for form in (*row["forms"].split("|"), row["lemma"]):
            if " " not in form:
                found.setdefault(form, row["lemma"])
    return found


@lru_cache(maxsize=1)
def _synonyms() -> Mapping[str, frozenset[int]]:
    """The numbers of the groups that a stem is in."""
    found: dict[str, set[int]] = {}
    with SYNONYMS.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            for word in row["words"].split():
                found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}

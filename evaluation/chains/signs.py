"""What speaks for two given mentions being of one event, each a number; what it weighs stands in weights.csv."""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corroborate.reconcile.stories.profiles import Profile
from evaluation.chains.mentions import Mention, Weights

WEIGHTS = Path(__file__).parent / "weights.csv"
TRIGGER_PAIRS = Path(__file__).parent / "trigger_pairs.csv"
MOST_NAMES = 3
SAME_BEGINNING = 4
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions with how like their documents are; `known` is how often their triggers told of one event elsewhere,
    as log-odds over what is never seen (0).
    """

    one: Mention
    other: Mention
    likeness: float
    shared_names: int
    known: float = 0.0

    @property
    def same_document(self) -> bool:
        return self.one.document == self.other.document

    @property
    def same_trigger(self) -> bool:
        return self.one.stems[0] == self.other.stems[0]


def pair_of(one: Mention, other: Mention, profiles: Mapping[str, Profile], known: float = 0.0) -> Pair:
    """The pair, its documents likened."""
    first, second = profiles[one.document], profiles[other.document]
    return Pair(one, other, first.likeness(second), len(first.names.keys() & second.names.keys()), known)


def cosine(first: Weights, second: Weights) -> float:
    """The likeness of two sets of words, rare ones counting more."""
    shared = math.fsum(weight**2 for word, weight in first.items() if word in second)
    if not shared:
        return 0.0
    return shared / math.sqrt(
        math.fsum(weight**2 for weight in first.values()) * math.fsum(weight**2 for weight in second.values())
    )


def values(pair: Pair) -> dict[str, float]:
    """All signs by name. Most trust a sign more where the documents are like, or where both stand in one."""
    one, other = pair.one, pair.other
    same, inside = float(pair.same_trigger), float(pair.same_document)
    like = 0.0 if inside else pair.likeness
    synonyms = float(not same and bool(one.groups & other.groups))
    sentence, near = cosine(one.sentence, other.sentence), cosine(one.near, other.near)
    names = float(min(len(one.names & other.names), MOST_NAMES - 1))
    return {
        BIAS: 1.0,
        "same_trigger": same,
        "synonyms": synonyms,
        "known_pair": 0.0 if same else pair.known,
        "known_pair_like": 0.0 if same else pair.known * like,
        "known_pair_near": 0.0 if same else pair.known * near,
        "same_beginning": float(not same and one.stems[0][:SAME_BEGINNING] == other.stems[0][:SAME_BEGINNING]),
        "shared_word": float(not same and bool(set(one.stems) & set(other.stems))),
        "like_documents": like,
        "shared_names": 0.0 if inside else min(pair.shared_names, MOST_NAMES) / MOST_NAMES,
        "one_document": inside,
        "like_sentences": sentence,
        "near_words": near,
        "words_after": cosine(one.after, other.after),
        "names_in_sentence": names,
        "both_first": float(one.first and other.first),
        "same_trigger_like": same * like,
        "same_trigger_very_like": same * like**2,
        "same_trigger_sentence": same * sentence,
        "same_trigger_near": same * near,
        "same_trigger_names": same * names,
        "same_trigger_rare": same * one.rarity,
        "same_trigger_inside": same * inside,
        "synonyms_like": synonyms * like,
        "synonyms_sentence": synonyms * sentence,
        "synonyms_names": synonyms * names,
        "synonyms_inside": synonyms * inside,
        "sentence_like": sentence * like,
        "sentence_inside": sentence * inside,
        "names_like": names * like,
    }


@dataclass(frozen=True, slots=True)
class Scorer:
    """The fitted weights, and what is known of pairs of triggers."""

    weights: Mapping[str, float]
    trigger_pairs: Mapping[tuple[str, str], float]

    def score(self, one: Mention, other: Mention, profiles: Mapping[str, Profile]) -> float:
        """The log-odds that two mentions are of one event."""
        known = self.trigger_pairs.get(triggers(one, other), 0.0)
        found = values(pair_of(one, other, profiles, known))
        return math.fsum(self.weights[name] * value for name, value in found.items())


def triggers(one: Mention, other: Mention) -> tuple[str, str]:
    """Both triggers, in order."""
    first, second = sorted((one.stems[0], other.stems[0]))
    return first, second


def load_scorer() -> Scorer:
    """The tables beside this file."""
    return Scorer(
        {row["sign"]: float(row["weight"]) for row in _rows(WEIGHTS)},
        {(row["one"], row["other"]): float(row["known"]) for row in _rows(TRIGGER_PAIRS)},
    )


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))

"""The words of harm in a sentence: where they stand, and whether they act on what follows or tell of what precedes."""

from collections.abc import Mapping
from dataclasses import dataclass

from corroborate.reading.counting import Item
from corroborate.reading.sheet import Sheet

_BE = frozenset(["was", "were", "is", "are", "be", "been", "being", "got", "get", "left"])
# Facets that a number without a noun may count; "12 were destroyed" is no count of people.
OF_PEOPLE = frozenset(("killed", "injured", "casualties", "missing", "displaced", "detained"))


@dataclass(frozen=True, slots=True)
class HarmWord:
    """A word of harm at tokens `first` to `end`: it `acts` on what follows, is suffered by what stands before, or
    is a noun.
    """

    first: int
    end: int
    facet: str
    use: str
    noun: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its items and its words of harm, by first token and by the token after the last."""

    sheet: Sheet
    bounds: tuple[int, int]
    items: tuple[Item, ...]
    words: Mapping[int, HarmWord]
    ends: Mapping[int, HarmWord]
    starts: Mapping[int, int]


def find_harm_words(sheet: Sheet, items: tuple[Item, ...], bounds: tuple[int, int]) -> Scene:
    """The scene of a sentence."""
    starts = {item.first: at for at, item in enumerate(items)}
    words: dict[int, HarmWord] = {}
    at = bounds[0]
    while at < bounds[1]:
        found = sheet.lexicon.harm.at(sheet.tokens, at)
        if found is None or at + found.length > bounds[1]:
            at += 1
            continue
        voices = {entry.voice for entry in found.entries}
        end = at + found.length
        use = _use(sheet, at, end, voices, bounds, starts)
        words[at] = HarmWord(at, end, found.entries[0].facet, use, "noun" in voices)
        at = end
    merged = _paired(sheet, words)
    return Scene(sheet, bounds, items, merged, {word.end: word for word in merged.values()}, starts)


def _use(sheet: Sheet, at: int, end: int, voices: set[str], bounds: tuple[int, int], starts: Mapping[int, int]) -> str:
    """How a word of harm stands to what it harms: "acts", "suffers" or "noun"."""
    if voices == {"noun"}:
        return "noun"
    word = sheet.tokens[at].lower
    if any(sheet.tokens[back].lower in _BE for back in range(max(bounds[0], at - 3), at)) and not word.endswith("ing"):
        return "suffers"
    if "either" not in voices:
        return "acts" if "active" in voices else "suffers"
    if word.endswith("ing"):
        return "acts"
    return "acts" if _takes_object(sheet, end, bounds[1], starts) else "suffers"


def _takes_object(sheet: Sheet, after: int, end: int, starts: Mapping[int, int]) -> bool:
    if after >= end or after in sheet.time_tokens:
        return False
    token = sheet.tokens[after]
    if after in starts or token.number or token.lower in ("him", "her", "them"):
        return True
    named = token.capital and token.word and not sheet.is_function(after)
    return (
        named
        or (sheet.is_function(after, "determiner") and token.lower not in ("that", "which", "what"))
        or sheet.lexicon.units.at(sheet.tokens, after) is not None
    )


def _paired(sheet: Sheet, words: Mapping[int, HarmWord]) -> dict[int, HarmWord]:
    """ "killed and wounded 30", "40 dead or wounded": both words tell of casualties, neither of one of them."""
    merged = dict(words)
    for word in words.values():
        other = words.get(word.end + 1)
        if other is None or sheet.tokens[word.end].lower not in ("and", "or", "/"):
            continue
        both = {word.facet, other.facet}
        either = sheet.tokens[word.end].lower == "or" and len(both) == 2 and both <= OF_PEOPLE
        if both == {"killed", "injured"} or either:
            use = other.use if other.use == "acts" else word.use
            for each in (word, other):
                merged[each.first] = HarmWord(each.first, each.end, "casualties", use, each.noun)
    return merged

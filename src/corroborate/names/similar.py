"""Whether two names are spellings of one, with the reason in words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from corroborate.names.fold import core_words, fold, fold_word, plain, plain_word, skeleton, words
from corroborate.names.rules import SMALL_WORDS
from corroborate.names.words import CONTRASTS, NEVER_TYPOS_OF_EACH_OTHER, NUMBERS, OPTIONAL_WORDS, TENS

# Names of up to this many letters are one only letter by letter: Mali and Bali, Iran and Iraq, Homs and Hama.
SHORT = 4
# From this length on, one wrong letter is more likely a slip than another name: Kartapoloc, Kartapolov.
LONG_ENOUGH_FOR_A_TYPO = 8
# From this length on, names with the same consonants that differ by one vowel (two from the second) are one.
LONG_ENOUGH_FOR_A_VOWEL = 6
LONG_ENOUGH_FOR_TWO_VOWELS = 8
# A word pair of this score or more agrees; names that are not one score less, for those who sort by score.
SAME = 0.8
NOT_SAME = 0.79

_TENS = dict(TENS)
_NUMBER_WORDS = {**dict(NUMBERS), **_TENS}
_TEN = 10
_FIGURE = re.compile(r"(\d+)(?:st|nd|rd|th)?$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two things are one, how sure that is (0..1), and why, in words for the reader."""

    same: bool
    score: float
    reason: str


@lru_cache(maxsize=65_536)
def same_name(first: str, second: str) -> Verdict:
    """Whether two names are spellings of one name.

    Numbers, ordinals, compass words and the like must agree. Words are paired one to one; a pair agrees where the
    spelling rules make them equal, where long words differ in a vowel or by one slip, or run together.

    >>> same_name("Talbisah", "Talbiseh").same, same_name("North Korea", "South Korea").same
    (True, False)
    """
    if words(first) == words(second):
        return Verdict(True, 1.0, _SAME_PLAINLY)
    if (difference := difference_of(first, second)) is not None:
        return Verdict(False, 0.0, difference)
    if plain(first) == plain(second):
        return Verdict(True, 1.0, _SAME_PLAINLY)
    return acronym_of(first, second) or _same_spelling(first, second)


_SAME_PLAINLY = "the same but for capitals, accents, articles and doubled letters"


def difference_of(first: str, second: str) -> str | None:
    """What makes two names two whatever else they share: another number, compass word or kind of body."""
    return _contrast(words(first), words(second)) or _numbers_differ(first, second)


def acronym_of(first: str, second: str) -> Verdict | None:
    """One, where one of two names is made of the first letters of the other; else None."""
    return _acronym(first, second) or _acronym(second, first)


def _same_spelling(first: str, second: str) -> Verdict:
    if fold(first) == fold(second) and not _short(first, second):
        return Verdict(True, 0.95, "two spellings of the same sounds")
    if _run_together(first) & _run_together(second) and not _short(first, second):
        return Verdict(True, 0.9, "the same, with the article or the words run together")
    return _paired(
        *sorted(
            (unnumbered(core_words(first)), unnumbered(core_words(second))), key=lambda listed: (len(listed), listed)
        )
    )


def _short(first: str, second: str) -> bool:
    return min(len(plain(first)), len(plain(second))) <= SHORT


def _run_together(name: str) -> frozenset[str]:
    """The folded name with and without its articles, as one word."""
    return frozenset({fold(name), fold_word("".join(words(name)))})


def _contrast(first: tuple[str, ...], second: tuple[str, ...]) -> str | None:
    for what, row in CONTRASTS:
        ours, theirs = [word for word in first if word in row], [word for word in second if word in row]
        if ours and theirs and ours != theirs:
            return f"they differ in {what}: {' '.join(ours)} and {' '.join(theirs)}"
        if what == "compass" and ours != theirs:
            return f"only one has {' '.join(ours or theirs)}"
    return None


def _numbers_differ(first: str, second: str) -> str | None:
    ours, theirs = _numbers(first), _numbers(second)
    return None if ours == theirs else f"their numbers differ: {_listed(ours)} and {_listed(theirs)}"


def _numbers(name: str) -> tuple[int, ...]:
    """The numbers of a name: figures, words, ordinals, Roman numerals; "forty-four" is one."""
    found: list[int] = []
    tens = 0
    for word in words(name):
        value = _number(word)
        if tens and value is not None and value < _TEN:
            found[-1] += value
        elif value is not None:
            found.append(value)
        tens = value if word in _TENS and value is not None else 0
    return tuple(sorted(found))


def _number(word: str) -> int | None:
    # Figures longer than a dozen digits are codes; their first digits are enough to differ by.
    return int(match[1][:12]) if (match := _FIGURE.match(word)) else _NUMBER_WORDS.get(word)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in numbers) or "none"


def _acronym(short: str, long: str) -> Verdict | None:
    letters = short.replace(".", "").replace("-", "").removeprefix("the ").strip()
    if not (2 <= len(letters) <= 7 and letters.isalpha() and sum(map(str.isupper, letters)) > len(letters) // 2):
        return None
    if letters.casefold() not in _initials(long):
        return None
    return Verdict(True, 0.9, f"{short} is made of the first letters of {long}")


def _initials(name: str) -> frozenset[str]:
    """First letters of a name's words: of all, without articles, and without small words as well."""
    everything, core = words(name), core_words(name)
    main = tuple(word for word in core if word not in SMALL_WORDS)
    lists = (everything, core, main)
    return frozenset("".join(word[0] for word in listed) for listed in lists if len(listed) > 1)


def unnumbered(found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name but for its numbers, which are compared by themselves."""
    return tuple(word for word in found if word not in _NUMBER_WORDS and not _FIGURE.match(word))


def _paired(fewer: tuple[str, ...], more: tuple[str, ...]) -> Verdict:
    """Each word of the name that has fewer is given the likest word of the other that is left."""
    if not fewer:
        return Verdict(not more, float(not more), f"only one has {more[0]}" if more else "the same numbers")
    left, found = list(more), []
    for word in fewer:
        score, reason, partner = max((*_word_score(word, other), other) for other in left)
        if score > 0:
            left.remove(partner)
        found.append((score, f"{word} and {partner}: {reason}"))
    extra = [word for word in left if word not in OPTIONAL_WORDS and not (len(word) == 1 and len(fewer) > 1)]
    worst, reason = min(found)
    share = sum(score for score, _ in found) / (len(found) + len(extra))
    if worst < SAME:
        return Verdict(False, min(share, NOT_SAME), reason)
    if extra:
        return Verdict(False, min(share, NOT_SAME), f"only one has {extra[0]}")
    return Verdict(True, share, reason)


def _word_score(first: str, second: str) -> tuple[float, str]:
    """How far two words are one: 1 the same, 0 another."""
    ours, theirs = plain_word(first), plain_word(second)
    if ours == theirs:
        return 1.0, "the same word"
    if 1 in (len(ours), len(theirs)) and ours[0] == theirs[0]:
        return 0.8, "an initial"
    if min(len(ours), len(theirs)) <= SHORT or {first, second} <= NEVER_TYPOS_OF_EACH_OTHER:
        return 0.0, "two words"
    folded, other = fold_word(first), fold_word(second)
    if folded == other:
        return 0.95, "two spellings of the same sounds"
    return _near(folded, other, ours, theirs)


def _near(folded: str, other: str, ours: str, theirs: str) -> tuple[float, str]:
    shorter, apart = min(len(folded), len(other)), OSA.distance(folded, other)
    vowels = (shorter >= LONG_ENOUGH_FOR_A_VOWEL) + (shorter >= LONG_ENOUGH_FOR_TWO_VOWELS)
    if apart <= vowels and skeleton(folded) == skeleton(other) and folded[0] == other[0]:
        return 0.9, "the same consonants, a vowel apart"
    if _swapped(ours, theirs) and len(ours) >= LONG_ENOUGH_FOR_A_VOWEL:
        return 0.85, "two letters changed places"
    slips = OSA.distance(ours, theirs)
    longest = min(len(ours), len(theirs))
    if slips == 1 and longest >= LONG_ENOUGH_FOR_A_TYPO and not _added_at_the_end(ours, theirs):
        return 0.82, "one letter apart in a long word"
    return 0.0, "two words"


def _swapped(first: str, second: str) -> bool:
    return len(first) == len(second) and sorted(first) == sorted(second) and OSA.distance(first, second) == 1


def _added_at_the_end(first: str, second: str) -> bool:
    """Armenia and Armenian: the added letter makes another word of it."""
    return first.startswith(second) or second.startswith(first)

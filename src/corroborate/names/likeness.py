"""How far two names of persons, or two names of bodies, may name one: likeness alone, before any context is asked.

`same_name` tells what is one name anywhere; the verdicts here are wider, for names that stand in accounts of the same
events: slips of the pen, forms of given names, names left out. Whoever joins by them first asks what speaks against it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corroborate.names.fold import core_words, fold_word, words
from corroborate.names.scripts import in_latin, syllabic, vowelless
from corroborate.names.similar import NOT_SAME, Verdict, acronym_of, difference_of, unnumbered
from corroborate.names.tables import NameTables
from corroborate.names.word_likeness import consonant_likeness, word_likeness

# What the words of one name may differ by in all, and where only one bears further names.
MOST_DIFFERENCE = 0.45
MOST_DIFFERENCE_BESIDE_OTHER_WORDS = 0.12
# Names that agree in two words may have further names: Boris Johnson has five. One shared word says little.
LEAST_SHARED = 2
# Signs that a hasty or a hiding hand puts for a letter: "Sech1n".
_LOOK_ALIKES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "9": "g"})
_MIXED = re.compile(r"[^\W\d_]\d+[^\W\d_]|\b\d[^\W\d_]{2,}\b(?<!st)(?<!nd)(?<!rd)(?<!th)")
_INITIALS = re.compile(r"\b([A-Z])([A-Z])\b(?=\s+[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The words of two names paired off: the pairs with their scores, and the words that are left on either side."""

    pairs: tuple[tuple[float, str], ...]
    left: tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=65_536)
def person_likeness(first: str, second: str, tables: NameTables) -> Verdict:
    """Whether two names may be one person's: all words of the shorter agree, in any order, titles aside.

    Middle names and patronymics may be missing where two names agree; what follows "bin" must be the same.
    """
    if syllabic(first) and syllabic(second):
        return _same_signs(first, second)
    ours, theirs = _split_alike(_person_words(first), _person_words(second))
    small = tables.connecting | tables.titles.keys()
    if (verdict := _run_together(ours, theirs)) is not None:
        return verdict
    if not _fathers_agree(ours, theirs, tables):
        return Verdict(False, 0.3, "sons of different fathers")
    consonants = vowelless(first) or vowelless(second)
    found = _paired(ours, theirs, small, tables, consonants=consonants)
    return _person_verdict(found, small, (ours, theirs))


@lru_cache(maxsize=65_536)
def body_likeness(first: str, second: str, tables: NameTables) -> Verdict:
    """Whether two names may be one body's: every word that is no legal form and not generic has its like."""
    if syllabic(first) and syllabic(second):
        return _same_signs(first, second)
    if (different := difference_of(first, second)) is not None:
        return Verdict(False, 0.0, different)
    if (verdict := acronym_of(first, second)) is not None:
        return verdict
    full = tuple(core_words(in_latin(name)) for name in (first, second))
    bare = tuple(_without_legal_form(unnumbered(listed), tables) for listed in full)
    consonants = vowelless(first) or vowelless(second)
    verdict = _body_verdict(bare[0], bare[1], tables, consonants=consonants)
    return (
        verdict
        if verdict.same
        else max(verdict, _body_verdict(full[0], full[1], tables, consonants=consonants), key=_sure)
    )


def _sure(verdict: Verdict) -> tuple[bool, float, str]:
    return verdict.same, verdict.score, verdict.reason


def _body_verdict(first: tuple[str, ...], second: tuple[str, ...], tables: NameTables, *, consonants: bool) -> Verdict:
    ours, theirs = _split_alike(first, second)
    if (verdict := _run_together(ours, theirs)) is not None:
        return verdict
    found = _paired(ours, theirs, tables.connecting | tables.generic, tables, consonants=consonants)
    left = (*found.left[0], *found.left[1])
    if left:
        return Verdict(False, NOT_SAME * _share(found), f"only one has {min(left)}")
    return _judged(found, MOST_DIFFERENCE)


def _person_verdict(found: _Pairing, small: frozenset[str] | set[str], both: tuple[Sequence[str], ...]) -> Verdict:
    one, other = found.left
    if one and other:
        return Verdict(False, NOT_SAME * _share(found), f"one has {one[0]}, the other {other[0]}")
    if any(all(len(word) == 1 for word in listed) for listed in both):
        return Verdict(False, NOT_SAME * _share(found), "initials alone are nobody's")
    if not (one or other):
        return _judged(found, MOST_DIFFERENCE)
    if all(len(word) == 1 for word in (*one, *other)):
        return _judged(found, MOST_DIFFERENCE_BESIDE_OTHER_WORDS + _INITIAL)
    shared = min(sum(len(word) > 1 and word not in small for word in listed) for listed in both)
    if shared < LEAST_SHARED:
        return Verdict(False, NOT_SAME * _share(found), f"only one has {(*one, *other)[0]}")
    verdict = _judged(found, MOST_DIFFERENCE_BESIDE_OTHER_WORDS)
    return Verdict(verdict.same, verdict.score, f"{verdict.reason}; only one bears {(*one, *other)[0]} as well")


def _judged(found: _Pairing, most: float) -> Verdict:
    """All words have their like: one name, if they differ by little in all."""
    if not found.pairs:
        return Verdict(False, 0.0, "no word in common")
    worst, reason = min(found.pairs)
    cost = sum(1 - score for score, _ in found.pairs)
    score = sum(score for score, _ in found.pairs) / len(found.pairs)
    same = cost <= most and not (len(found.pairs) == 1 and worst < _ALONE)
    return Verdict(same, score if same else min(score, NOT_SAME), reason)


# What an initial beside another costs: "P. A. Sel" and "Pia Sel".
_INITIAL = 0.15
# A single word must be surer than one beside others.
_ALONE = 0.85


def _share(found: _Pairing) -> float:
    return sum(score for score, _ in found.pairs) / (len(found.pairs) + len(found.left[0]) + len(found.left[1]))


def _paired(
    ours: Sequence[str],
    theirs: Sequence[str],
    small: frozenset[str] | set[str],
    tables: NameTables,
    *,
    consonants: bool,
) -> _Pairing:
    """Words paired off, the likest first; small words that are left over count for nothing."""
    scored: list[tuple[float, str, str, int, int, int, str]] = []
    for at, one in enumerate(ours):
        for to, other in enumerate(theirs):
            score, why = consonant_likeness(one, other) if consonants else word_likeness(*sorted((one, other)), tables)
            if score > 0:
                low, high = sorted((one, other))
                scored.append((-score, low, high, abs(at - to), at, to, why))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for negative, first, second, _, at, to, why in sorted(scored):
        if at not in used[0] and to not in used[1]:
            used[0].add(at)
            used[1].add(to)
            if first not in small or second not in small:
                pairs.append((-negative, f"{first} and {second}: {why}"))
    left = tuple(
        tuple(word for at, word in enumerate(listed) if at not in taken and word not in small)
        for listed, taken in ((ours, used[0]), (theirs, used[1]))
    )
    return _Pairing(tuple(pairs), (left[0], left[1]))


def _person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name; look-alike figures are letters, and "JC" before a name two initials."""
    latin = _INITIALS.sub(r"\1 \2", in_latin(name))
    return core_words(_MIXED.sub(lambda found: found.group().translate(_LOOK_ALIKES), latin))


def _without_legal_form(found: tuple[str, ...], tables: NameTables) -> tuple[str, ...]:
    """The words without "Ltd", "joint stock company" and the like at either end, unless nothing else is left."""
    longest = max(len(form) for form in tables.legal)
    for size in range(min(longest, len(found) - 1), 0, -1):
        if found[-size:] in tables.legal:
            return _without_legal_form(found[:-size], tables)
        if found[:size] in tables.legal:
            return _without_legal_form(found[size:], tables)
    return found


def _split_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two words of one name that the other runs together are run together: "Patr ushev", "Good Will"."""
    return _joined(ours, theirs), _joined(theirs, ours)


def _joined(found: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    wanted = {fold_word(word) for word in other}
    for at in range(len(found) - 1):
        together = "".join(found[at : at + 2])
        if fold_word(together) in wanted and not {fold_word(word) for word in found[at : at + 2]} & wanted:
            return _joined((*found[:at], together, *found[at + 2 :]), other)
    return found


def _run_together(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Verdict | None:
    one, other = (fold_word("".join(listed)) for listed in (ours, theirs))
    if one and one == other:
        return Verdict(True, 0.95 if ours != theirs else 1.0, "the same letters in the same order")
    return None


def _fathers_agree(ours: Sequence[str], theirs: Sequence[str], tables: NameTables) -> bool:
    fathers = [
        [listed[at + 1] for at, word in enumerate(listed[:-1]) if word in ("bin", "ben", "ibn")]
        for listed in (ours, theirs)
    ]
    if not (fathers[0] and fathers[1]):
        return True
    fewer, more = sorted(fathers, key=len)
    return all(any(word_likeness(*sorted((one, other)), tables)[0] > 0 for other in more) for one in fewer)


def _same_signs(first: str, second: str) -> Verdict:
    same = "".join(words(first)) == "".join(words(second))
    return Verdict(same, float(same), "the same signs" if same else "another sign is another name in this script")

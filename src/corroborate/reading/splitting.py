"""One content, several claims: each predicate and each figure in a clause of its own."""

from collections.abc import Iterator, Sequence

from corroborate.model.span import Span, trimmed
from corroborate.reading.attribution import has_verb
from corroborate.reading.quantities import Counted
from corroborate.reading.sheet import Sheet
from corroborate.reading.words import PAST

_TRIM = " \t\r\n\u00a0,;:—–"
# A clause of fewer words is no claim of its own.
_SHORTEST = 3


def split_content(sheet: Sheet, content: Span, counted: Sequence[Counted]) -> tuple[Span, ...]:
    """The stretches of a content that are claims of their own, in order; quotations are never cut."""
    tokens = sheet.between(content)
    if not tokens:
        return (content,)
    harms = {item.first for item in counted if item.facet in ("killed", "injured")}
    pieces: list[Span] = []
    start = content.start
    for left_end, right_start in _cuts(sheet, tokens, harms):
        left = trimmed(Span(start, left_end), sheet.text, _TRIM)
        if len(sheet.between(left)) >= _SHORTEST:
            pieces.append(left)
            start = right_start
    pieces.append(trimmed(Span(start, content.end), sheet.text, _TRIM))
    return tuple(piece for piece in pieces if piece.start < piece.end)


def _cuts(sheet: Sheet, tokens: range, harms: set[int]) -> Iterator[tuple[int, int]]:
    """(end of the left piece, start of the right one) for each cut, as text offsets."""
    quoted = False
    for at in tokens[1:-1]:
        sign = sheet.tokens[at].text
        if sign in '“”"«»':
            quoted = sign in "“«" or (sign == '"' and not quoted)
        if quoted or at + 2 >= tokens.stop:
            continue
        right = _right_start(sheet, at, tokens, harms)
        if right is not None:
            yield sheet.tokens[at].start, sheet.tokens[right].start


def _right_start(sheet: Sheet, at: int, tokens: range, harms: set[int]) -> int | None:
    """The token where a new claim begins after the joining word or comma at `at`, or None."""
    word, following = sheet.tokens[at].lower, at + 1
    if word == ";":
        return following
    if word == "," and sheet.tokens[following].lower in ("and", "but", "while"):
        return None
    harm = _harm_clause(sheet, following, tokens.stop, harms) or _leaves(sheet, following, tokens.stop, harms)
    if word == "," and harm and sheet.tokens[following].lower.endswith("ing"):
        return following
    if word == "," and _predicate_follows(sheet, following, tokens) and has_verb(sheet, range(tokens.start, at)):
        return following
    if word not in ("and", "but", "while"):
        return None
    if sheet.tokens[following].lower == "that":
        return following + 1
    if _second_toll(sheet, following, tokens, harms) and has_verb(sheet, range(tokens.start, at)):
        return following
    if harm and _harm_clause_verb(sheet, following) and has_verb(sheet, range(tokens.start, at)):
        return following
    if _predicate_follows(sheet, following, tokens) and has_verb(sheet, range(tokens.start, at)):
        return following
    return (
        following
        if _clause_follows(sheet, following, tokens.stop) and has_verb(sheet, range(tokens.start, at))
        else None
    )


def _harm_clause(sheet: Sheet, at: int, stop: int, harms: set[int]) -> bool:
    """Whether a harm word with its own figure begins here: "killing at least seven"."""
    return sheet.lexicon.harm.at(sheet.tokens, at) is not None and any(
        first in harms for first in range(at, min(at + 5, stop))
    )


def _second_toll(sheet: Sheet, at: int, tokens: range, harms: set[int]) -> bool:
    """ "seven were killed AND 13 WOUNDED": a figure whose participle closes its clause, beside one before."""
    if at not in harms or not any(near in harms for near in range(tokens.start, at)):
        return False
    near = (index for index in range(at + 1, min(at + 5, tokens.stop)) if sheet.tokens[index].lower.endswith("ed"))
    harmed = next(near, None)
    if harmed is None or sheet.lexicon.harm.at(sheet.tokens, harmed) is None:
        return False
    after = harmed + 1
    return after >= tokens.stop or not sheet.tokens[after].word or sheet.is_function(after)


def _leaves(sheet: Sheet, at: int, stop: int, harms: set[int]) -> bool:
    """ "leaving 19 people dead": a participle with a figure of the dead or hurt."""
    participle = sheet.tokens[at].lower.endswith("ing")
    return participle and any(first in harms for first in range(at + 1, min(at + 4, stop)))


def _harm_clause_verb(sheet: Sheet, at: int) -> bool:
    return sheet.tokens[at].lower.endswith(("ed", "ing"))


def _predicate_follows(sheet: Sheet, at: int, tokens: range) -> bool:
    """Whether a second predicate of the same subject begins here: "... and burned the church", ", killed its
    headman".
    """
    token = sheet.tokens[at]
    if (
        at + 1 >= tokens.stop
        or not token.word
        or token.capital
        or not (token.lower.endswith("ed") or token.lower in PAST)
    ):
        return False
    following = at + 1
    starts = sheet.is_function(following, "determiner", "preposition", "particle") or sheet.tokens[following].number
    named = sheet.tokens[following].capital or sheet.lexicon.numbers.at(sheet.tokens, following) is not None
    passive = sheet.tokens[following].lower == "by"
    return (starts or named) and not passive


def _clause_follows(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether a subject and its auxiliary come next: a pronoun or a short noun phrase before "was", "had" ..."""
    if (
        sheet.tokens[at - 1].lower in ("and",)
        and sheet.tokens[at - 2].text != ","
        and not sheet.is_function(at, "pronoun")
    ):
        return False
    for near in range(at, min(at + 7, stop)):
        token = sheet.tokens[near]
        if near > at and sheet.is_function(near, "auxiliary"):
            return True
        if not token.word or sheet.is_function(near, "subordinator", "relative", "conjunction"):
            return False
    return False

"""What a claim does to what it speaks of, and how sure its speaker is."""

from collections.abc import Iterator

from corroborate.model.ledger import Certainty, Stance
from corroborate.model.span import Span
from corroborate.reading.lexicon import Cue
from corroborate.reading.sheet import Sheet
from corroborate.reading.words import ABLE, ASKING, KNOWING, NEGATING, VERIFYING, WITHHOLDING

_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
# A clause opened by one of these is not the main one: its negation is not the claim's.
_SUBORDINATING = ("relative", "subordinator")


def stance_of(sheet: Sheet, content: Span, cue: Cue | None) -> tuple[Stance, Certainty]:
    """The stance and the speaker's certainty of a content under its cue; None for an outlet's own voice.

    A cue that denies, demands or withholds decides alone. Under a plain cue the content's own words do: "could
    not be verified", "will", a negated main clause.
    """
    if cue is not None and (cue.stance != "asserts" or cue.negates):
        return cue.stance, "unknown" if cue.stance == "does-not-know" else cue.certainty
    certainty = _least(cue.certainty if cue is not None else "certain", _hedged(sheet, content))
    if _unverified(sheet, content):
        return "cannot-verify", cue.certainty if cue is not None else "certain"
    if _left_open(sheet, content):
        return "does-not-know", "unknown"
    for index in _main_clause(sheet, content):
        found = sheet.lexicon.stances.at(sheet.tokens, index)
        if found is not None:
            pattern = found.entries[0]
            return pattern.stance, pattern.certainty or certainty
    return ("denies" if _negated(sheet, content) else "asserts"), certainty


def _unverified(sheet: Sheet, content: Span) -> bool:
    """Whether a content says that something could not be checked: "none of these figures could be confirmed"."""
    words = [sheet.tokens[index].lower for index in _main_clause(sheet, content)]
    at = next((position for position, word in enumerate(words) if word in VERIFYING), None)
    before = set(words[:at]) if at is not None else set()
    return bool(before & WITHHOLDING) and bool(before & ABLE)


def _left_open(sheet: Sheet, content: Span) -> bool:
    """Whether a content leaves a question open: "they did not yet know who", "could not tell what"."""
    words = [sheet.tokens[index].lower for index in sheet.between(content)]
    for position, word in enumerate(words[:-1]):
        asks = set(words[position + 1 : position + 4]) & ASKING
        if word in KNOWING and asks and set(words[max(0, position - 5) : position]) & WITHHOLDING:
            return True
    return False


def _main_clause(sheet: Sheet, content: Span) -> Iterator[int]:
    """The tokens of a content's main clause: up to the first word that opens another, never less than three."""
    tokens = sheet.between(content)
    quoted = False
    for position, index in enumerate(tokens):
        if sheet.tokens[index].text in '“”"':
            quoted = not quoted
        opens = sheet.is_function(index, *_SUBORDINATING) and sheet.tokens[index].lower not in ("that", "as")
        if opens and position > 2 and not quoted:
            return
        yield index


def _negated(sheet: Sheet, content: Span) -> bool:
    skip = 0
    for index in _main_clause(sheet, content):
        if index < skip:
            continue
        harmless = sheet.lexicon.not_negation.at(sheet.tokens, index)
        if harmless is not None:
            skip = index + harmless.length
        elif sheet.tokens[index].lower in NEGATING and not _contrasts(sheet, index, content):
            return True
    return False


def _contrasts(sheet: Sheet, index: int, content: Span) -> bool:
    """Whether a "not" only sets something off: "from the base, and not from the hills", "traders, not fighters"."""
    following = sheet.tokens[index + 1] if index + 1 < len(sheet.tokens) else None
    if sheet.tokens[index].lower == "no" and following is not None and (following.text == "." or following.number):
        return True  # "School No. 7"
    if sheet.tokens[index].lower not in ("not", "never") or sheet.tokens[index].start == content.start:
        return False
    before = sheet.tokens[index - 1]
    return before.text == "," or before.lower in ("and", "but", "or")


def _hedged(sheet: Sheet, content: Span) -> Certainty:
    """The weakest of the speaker's own hedges in the main clause; a reporter's hedge lowers nothing."""
    certainty: Certainty = "certain"
    for index in _main_clause(sheet, content):
        found = sheet.lexicon.hedges.at(sheet.tokens, index)
        if found is not None and found.entries[0].who == "speaker" and not sheet.tokens[index].text[:1].isupper():
            certainty = _least(certainty, found.entries[0].certainty)
    return certainty


def _least(first: Certainty, second: Certainty) -> Certainty:
    return max(first, second, key=_ORDER.index)

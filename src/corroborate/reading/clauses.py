"""Where the parts of an act stand: the clause of its word, the noun phrases before and after it, who it is by."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.reading import TimeExpression
from corroborate.model.span import Span
from corroborate.reading.event_words import CLAUSE_MARKS, IRREGULAR, PASSIVE, PLANNED
from corroborate.reading.lexicon import EventWord
from corroborate.reading.nouns import NounPhrase
from corroborate.reading.quantities import Counted
from corroborate.reading.sheet import Sheet
from corroborate.reading.sources import Finder
from corroborate.reading.words import MEASURES

Stretch = tuple[int, int]
# "was attacked on Tuesday evening near the border by ...": an agent further off belongs to something else.
_AGENT_REACH = 16
# A word on the other side of a clause mark is as far as this many words on this side.
_CROSSING = 6
# Between a verb and its object: "fired AT", "shot DEAD".
_OVER = frozenset(("at", "on", "into", "back", "out", "through", "dead", "down"))
# What joins an addition to a noun: "gunmen ON motorcycles", "the station IN the town".
_ADDS = frozenset(("on", "in", "with", "from", "near", "at", "for", "against", "outside", "inside"))
# Verbs between a subject and what it does: "tried TO storm".
_TRYING = frozenset(("tried", "trying", "failed", "managed", "began", "continued", "attempted", "started", "used"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, in its sentence; `verb_at` the end of the verb that a noun is the
    subject of, `gap` the object inside a verb of several words ("set THE BUILDING on fire").
    """

    at: int
    end: int
    word: EventWord
    sentence: int
    verb_at: int | None = None
    gap: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What the arguments of one sentence's acts are made of: its amounts and times by their index in the document,
    and the reported contents that reach into it. `marks[i]` is the number of clause marks before token i.
    """

    finder: Finder
    name_of: Mapping[NounPhrase, int]
    counted: Mapping[int, Counted]
    times: Mapping[int, TimeExpression]
    contents: tuple[Span, ...]
    marks: tuple[int, ...]

    @property
    def sheet(self) -> Sheet:
        return self.finder.sheet

    def segment(self, trigger: Trigger) -> tuple[Span, tuple[Span, ...]]:
        """Where a trigger's arguments stand: inside the reported content that holds it, or in its sentence outside
        all contents.
        """
        sheet = self.finder.sheet
        span, start = sheet.span(*sheet.bounds[trigger.sentence]), sheet.tokens[trigger.at].start
        inside = [content for content in self.contents if content.start <= start < content.end]
        if inside:
            own = min(inside, key=lambda content: content.end - content.start)
            nested = (item for item in self.contents if own.contains(item) and item != own)
            return own, tuple(item for item in nested if not item.start <= start < item.end)
        return span, tuple(content for content in self.contents if content.overlaps(span))

    def holds(self, trigger: Trigger, span: Span) -> bool:
        """Whether a stretch is in the trigger's own segment."""
        own, others = self.segment(trigger)
        return own.contains(span) and not any(other.overlaps(span) for other in others)

    def bounds(self, trigger: Trigger) -> Stretch:
        """The tokens of the trigger's segment, as far as they are in its sentence."""
        first, end = self.sheet.bounds[trigger.sentence]
        own, _ = self.segment(trigger)
        inside = self.sheet.between(own)
        return max(first, inside.start), min(end, inside.stop)


def sentence_parts(
    finder: Finder,
    name_of: Mapping[NounPhrase, int],
    counted: Sequence[Counted],
    times: Sequence[TimeExpression],
    contents: Sequence[Span],
) -> Iterator[Parts]:
    """The parts of each sentence in order, so that no act is compared with what stands in another sentence."""
    sheet = finder.sheet
    signs = (token.lower in CLAUSE_MARKS or token.text in ",;:—" for token in sheet.tokens)
    marks = tuple(itertools.accumulate(signs, initial=0))
    amounts_in = _by_sentence(sheet, [item.amount.span for item in counted])
    times_in = _by_sentence(sheet, [item.span for item in times])
    contents_in = _by_sentence(sheet, contents)
    for number in range(len(sheet.bounds)):
        yield Parts(
            finder,
            name_of,
            {index: counted[index] for index in amounts_in[number]},
            {index: times[index] for index in times_in[number]},
            tuple(contents[index] for index in contents_in[number]),
            marks,
        )


def _by_sentence(sheet: Sheet, spans: Sequence[Span]) -> list[list[int]]:
    """For each sentence the indices of the spans that reach into it."""
    found: list[list[int]] = [[] for _ in sheet.bounds]
    for index, span in enumerate(spans):
        last = max(span.start, span.end - 1)
        for number in range(sheet.sentence_at(span.start), sheet.sentence_at(last) + 1):
            found[number].append(index)
    return found


def distance(parts: Parts, trigger: Trigger, at: int) -> int:
    """How far a token is from a trigger: in words, each clause mark between them counting as several."""
    first, end = (trigger.end, at) if at >= trigger.end else (at, trigger.at)
    marks = parts.marks[end] - parts.marks[first] if first < end else 0
    return max(0, end - first) + _CROSSING * marks + (1 if at < trigger.at else 0)


def nearest(parts: Parts, triggers: Sequence[Trigger], at: int) -> Trigger:
    """The act that a word belongs to: the nearest one, in its own clause rather than in another."""
    return min(triggers, key=lambda item: (distance(parts, item, at), item.at))


# --- noun phrases around a word


def in_phrase(parts: Parts, at: int, *, opens: bool = False) -> bool:
    """Whether a token can be inside a simple noun phrase: no verb, clause mark, time or preposition but "of".

    `opens` says that an adjective may stand here ("the BESIEGED quarter").
    """
    sheet = parts.sheet
    token = sheet.tokens[at]
    if at in parts.finder.inside:
        return True
    if at in parts.finder.time_tokens or (not token.word and token.lower not in ("'s", "“", "”", '"', "'", "’")):
        return False
    if (sheet.is_function(at, "determiner") and token.lower != "that") or token.lower in ("of", "'s"):
        return True
    if sheet.is_function(at) or token.lower in MEASURES:
        return False
    if token.lower in IRREGULAR or (token.lower.endswith("ed") and not token.capital):
        return opens or _after_opening(sheet, at)
    event = sheet.lexicon.events.at(sheet.tokens, at)
    if sheet.lexicon.weapons.at(sheet.tokens, at) is not None:
        return True
    verb = event is not None and all(entry.verb for entry in event.entries) and not token.capital
    return not verb and (sheet.lexicon.cues.at(sheet.tokens, at) is None or _after_opening(sheet, at))


def _after_opening(sheet: Sheet, at: int) -> bool:
    """Whether an article, a number or an adverb stands before: a participle there describes what follows."""
    before = sheet.tokens[at - 1] if at else None
    return before is not None and (
        sheet.is_function(at - 1, "determiner")
        or before.number
        or before.lower in ("of", "'s")
        or before.lower.endswith("ly")
        or sheet.lexicon.numbers.at(sheet.tokens, at - 1) is not None
    )


def phrase_from(parts: Parts, first: int, limit: int) -> Stretch | None:
    """The noun phrase that begins at a token, "of" phrases included."""
    sheet, end = parts.sheet, first
    while end < limit and in_phrase(parts, end, opens=end == first):
        if end > first and _begins_anew(sheet, end):
            break
        end += 1
    while end > first and sheet.tokens[end - 1].lower == "of":
        end -= 1
    return (first, end) if first < end else None


def _begins_anew(sheet: Sheet, at: int) -> bool:
    """Whether an article after a noun begins another phrase: "bombed the town | the army"."""
    article = sheet.tokens[at].lower in ("the", "a", "an")
    return article and sheet.tokens[at - 1].lower != "of" and not sheet.is_function(at - 1, "determiner")


def before(parts: Parts, trigger: Trigger) -> Stretch | None:
    """The noun phrase that ends just before a verb group, over a relative pronoun too ("gunmen who attacked")."""
    sheet = parts.sheet
    start, _ = parts.bounds(trigger)
    if trigger.at > 0 and sheet.tokens[trigger.at - 1].lower == "to":
        start = sheet.bounds[trigger.sentence][0]
    end = group_start(sheet, trigger.at, start)
    if end - 1 > start and sheet.tokens[end - 1].lower in ("who", "which", "that"):
        who = sheet.tokens[end - 1].lower == "who"
        end -= 1
        end -= sheet.tokens[end - 1].text == ","
        if not who:
            first = _phrase_start(parts, end, start)
            return (first, end) if first < end else None
    if end > start and sheet.tokens[end - 1].lower in ("it", "they"):
        return end - 1, end
    first = _phrase_start(parts, end, start)
    while first < end and first - 1 > start and sheet.tokens[first - 1].lower in _ADDS:
        wider = _phrase_start(parts, first - 1, start)
        if wider == first - 1:
            break
        first = wider
    return (first, end) if first < end else None


def _phrase_start(parts: Parts, end: int, start: int) -> int:
    first = end
    while first > start and in_phrase(parts, first - 1):
        first -= 1
    return first


def simple(sheet: Sheet, stretch: Stretch) -> Stretch:
    """The phrase without what prepositions other than "of" add to it: "the depot" of "the depot in Karvel"."""
    first, end = stretch
    cut = next((at for at in range(first + 1, end) if sheet.tokens[at].lower in _ADDS), end)
    return first, cut


def group_start(sheet: Sheet, at: int, start: int) -> int:
    """Where the verb group that ends at a token begins: "had reportedly been", "did not"."""
    while at > start and (
        (
            sheet.tokens[at].lower == "to"
            and (sheet.tokens[at - 1].lower in PLANNED or sheet.tokens[at - 1].lower in _TRYING)
        )
        or sheet.is_function(at - 1, "auxiliary")
        or sheet.tokens[at - 1].lower.endswith("ly")
        or sheet.tokens[at - 1].lower in ("also", "to", "not", "n't", "never", "then", "later")
    ):
        at -= 1
    return at


def after(parts: Parts, trigger: Trigger) -> Stretch | None:
    """The object of a verb: the noun phrase after it, over a particle or a preposition of aim."""
    sheet = parts.sheet
    if trigger.gap is not None:
        return trigger.gap
    _, limit = parts.bounds(trigger)
    first = trigger.end
    bounded = _bounded(sheet, first, limit)
    while bounded == first < limit and sheet.tokens[first].lower in _OVER:
        first += 1
        bounded = first
    if first >= limit or first in parts.finder.time_tokens:
        return None
    found = phrase_from(parts, _bounded(sheet, first, limit), limit)
    return (first, found[1]) if found is not None else None


def _bounded(sheet: Sheet, at: int, limit: int) -> int:
    """The token after the words that bound a number ("at least", "about"), or the same token."""
    found = sheet.lexicon.approximators.at(sheet.tokens, at) if at < limit else None
    before_number = found is not None and found.entries[0].position == "before"
    return at + found.length if found is not None and before_number else at


def passive(parts: Parts, trigger: Trigger) -> bool:
    """Whether the subject of a verb is who suffers it; also "a village attacked by rebels"."""
    sheet = parts.sheet
    start, limit = parts.bounds(trigger)
    if sheet.tokens[trigger.at].lower.endswith("ing"):
        return False
    if trigger.end < limit and sheet.tokens[trigger.end].lower == "by":
        return True
    first = group_start(sheet, trigger.at, max(start, trigger.at - 6))
    near = sheet.words(first, trigger.at)
    return any(word in PASSIVE for word in near) or _headline_passive(sheet, trigger, start, limit)


def _headline_passive(sheet: Sheet, trigger: Trigger, start: int, limit: int) -> bool:
    """Whether a headline's participle has left out its "were" ("Hospital bombed in Ulmar"): nothing follows it that
    it could act on.
    """
    if not sheet.title_case[trigger.sentence] and sheet.sentences[trigger.sentence].part != "headline":
        return False
    participle = sheet.tokens[trigger.at].lower.endswith(("ed", "hit", "shot", "slain"))
    after = trigger.end
    ends = after >= limit or not sheet.tokens[after].word
    aimed = sheet.tokens[trigger.at].lower in ("fired", "shot") and not ends and sheet.tokens[after].lower in _OVER
    adjunct = not ends and sheet.is_function(after, "preposition") and not aimed
    return participle and trigger.at > start and (ends or adjunct)


def by_agent(parts: Parts, trigger: Trigger) -> Stretch | None:
    """What follows "by" after a passive or a noun, in the same clause."""
    sheet = parts.sheet
    _, limit = parts.bounds(trigger)
    for at in range(trigger.end, min(trigger.end + _AGENT_REACH, limit)):
        if sheet.tokens[at].lower == "by" and at + 1 < limit:
            following = sheet.tokens[at + 1]
            return None if following.lower.endswith("ing") else phrase_from(parts, at + 1, limit)
        if sheet.tokens[at].text in ",;" or sheet.is_function(at, "relative") or _another_act(sheet, at):
            return None
    return None


def _another_act(sheet: Sheet, at: int) -> bool:
    """Whether a verb of its own begins here: "an operation to free the hostages SEIZED by the group"."""
    found = sheet.lexicon.events.at(sheet.tokens, at)
    past = sheet.tokens[at].lower.endswith("ed") or sheet.tokens[at].lower in IRREGULAR
    return found is not None and past and not sheet.is_function(at - 1, "determiner")


def head(sheet: Sheet, stretch: Stretch) -> int:
    """The token of the noun that a phrase is about: before its "of", or its last word."""
    first, end = simple(sheet, stretch)
    cut = next((at for at in range(first + 1, end) if sheet.tokens[at].lower == "of"), end)
    while cut - 1 > first and not sheet.tokens[cut - 1].word:
        cut -= 1
    return cut - 1

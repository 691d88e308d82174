"""Where and when an act was: the places and the time that belong to its word rather than to another."""

from collections.abc import Iterator, Sequence

from corroborate.model.reading import Argument, TimeExpression
from corroborate.reading.clauses import Parts, Trigger, distance, nearest
from corroborate.reading.nouns import NounPhrase
from corroborate.reading.sheet import Sheet


def places_of(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Argument]:
    """The places that are nearer to this act than to another of its segment."""
    sheet = parts.sheet
    for phrase in parts.finder.starting_in(*parts.bounds(trigger)):
        span = sheet.span(phrase.first, phrase.end)
        if (
            phrase.kind == "place"
            and nearest(parts, triggers, phrase.first) == trigger
            and parts.holds(trigger, span)
            and not _of_people(parts, trigger, phrase)
            and not _elsewhere(parts, trigger, phrase)
        ):
            yield Argument("place", span, name=parts.name_of.get(phrase))


# "IN hospital IN Lissem", "taken TO hospital IN Lissem"; not "a hospital in Lissem", which stands there.
_LYING = (("in", "in"), ("to", "in"), ("at", "in"), ("from", "in"))


def _elsewhere(parts: Parts, trigger: Trigger, phrase: NounPhrase) -> bool:
    """Whether a place is where shots came from or where the hurt lie: "fired from Koss", "in hospital in Lissem"."""
    sheet, first = parts.sheet, phrase.whole
    near = sheet.words(max(trigger.end, first - 6), first) if first > trigger.end else ()
    family = sheet.lexicon.families.get(trigger.word.family)
    sent = "from" in near and family is not None and family.attack
    ahead = sheet.words(max(0, first - 3), first)
    lying = len(ahead) == 3 and ahead[1] in ("hospital", "hospitals", "custody") and ahead[::2] in _LYING
    return sent or lying


# Bodies that are named by the town where they sit and speak from there; a hospital or a school is hit where it stands.
_SEATED = frozenset(("embassy", "embassies", "consulate", "mission", "headquarters", "bureau"))


def _of_people(parts: Parts, trigger: Trigger, phrase: NounPhrase) -> bool:
    """Whether a place only says where somebody is from ("activists from Hama") or sits and speaks ("the embassy in
    Baghdad said").
    """
    sheet = parts.sheet
    at = phrase.whole - 1
    while at > 0 and (
        sheet.is_function(at, "determiner")
        or sheet.tokens[at].lower in ("nearby", "central", "northern", "southern", "eastern", "western")
    ):
        at -= 1
    if at < 1 or sheet.tokens[at].lower not in ("in", "of", "from", "at"):
        return False
    role = sheet.lexicon.roles.at(sheet.tokens, at - 1)
    if role is None and sheet.tokens[at - 1].lower in _SEATED:
        return sheet.tokens[at].lower != "at"
    if role is None or sheet.lexicon.place_types.at(sheet.tokens, at - 1) is not None:
        return False
    if sheet.tokens[at].lower in ("of", "from"):
        return True
    speaks = phrase.end < len(sheet.tokens) and sheet.lexicon.cues.at(sheet.tokens, phrase.end) is not None
    return phrase.first < trigger.at and speaks and phrase.end != trigger.at


def times_of(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Argument]:
    """The day whose possessive the trigger bears ("Tuesday's market attack"), else the time nearest to it in its
    segment, unless that belongs to the cue ("said on Monday") or stands with another act of the sentence.
    """
    sheet = parts.sheet
    inside = [
        (index, time)
        for index, time in parts.times.items()
        if parts.holds(trigger, time.span) and not _of_cue(sheet, time)
    ]
    borne = [(index, time) for index, time in inside if _bears(sheet, trigger, time)]
    own = borne or [(index, time) for index, time in inside if nearest(parts, triggers, _token(sheet, time)) == trigger]
    if own or inside:
        index, time = min(own or inside, key=lambda pair: (distance(parts, trigger, _token(sheet, pair[1])), pair[0]))
        yield Argument("time", time.span, time=index)


# "Tuesday's early market shelling": so many words may stand between the day and the act.
_BETWEEN = 2


def _bears(sheet: Sheet, trigger: Trigger, time: TimeExpression) -> bool:
    """Whether the trigger is the noun of a possessive day: "Tuesday's attack", "Tuesday's market shelling"."""
    after = sheet.token_at(time.span.start)
    while after < trigger.at and sheet.tokens[after].span.start < time.span.end:
        after += 1
    between = sheet.tokens[after : trigger.at]
    return (
        time.text.endswith(("'s", "’s"))
        and time.span.end <= sheet.tokens[trigger.at].span.start
        and len(between) <= _BETWEEN
        and all(token.lower.isalpha() for token in between)
    )


def _token(sheet: Sheet, time: TimeExpression) -> int:
    return sheet.token_at(time.span.start)


def _of_cue(sheet: Sheet, time: TimeExpression) -> bool:
    """Whether a time says when somebody spoke: right after a cue that is no event word."""
    at = sheet.token_at(time.span.start) - 1
    if at >= 0 and sheet.tokens[at].lower == "on":
        at -= 1
    return (
        at >= 0
        and sheet.lexicon.cues.at(sheet.tokens, at) is not None
        and sheet.lexicon.events.at(sheet.tokens, at) is None
    )

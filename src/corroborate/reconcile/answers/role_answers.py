"""What a claim answers by the arguments of the event mentions in its words: who, whom, where, when, how many."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.model.quantity import Quantity
from corroborate.model.reading import Argument, EventMention, Reading
from corroborate.model.span import Span
from corroborate.reconcile.answers.answer import NO_ONE_ELSE, Answer, Hearing, attacker_answer, shown
from corroborate.reconcile.answers.own_words import body_of
from corroborate.reconcile.events.families import HARM
from corroborate.reconcile.events.find import MentionKey
from corroborate.reconcile.events.slots import head_noun, target_key
from corroborate.reconcile.times.story_times import precision_of

# Forms of time words that count from something told elsewhere, or measure: no answer by themselves.
_TOLD_ELSEWHERE = frozenset(("within", "anchored", "duration", "anniversary"))
# Roles of time words that say on which day; the others (since, until, after) say at which end.
_ON = frozenset(("on", "between", "by"))
# Questions of what became of people.
_OF_PEOPLE = frozenset(("abducted", "arrested", "rescued", "displaced", "missing"))
# Roles whose filler may be counted in the same words: then the number is the answer.
_COUNTED_TOO = frozenset(("target", "participant"))
_COUNTED_ROLES = frozenset(("killed", "injured"))


def role_answers(hearing: Hearing, mention: MentionKey) -> Iterator[Answer]:
    """The answers that the arguments of one event mention give, as far as they stand in the claim's own words."""
    at, index = mention
    reading = hearing.ground.story.readings[at].reading
    event = reading.events[index]
    arguments = [replace(each, amount=amount_of(reading, each)) for each in event.arguments]
    counted = [argument.span for argument in arguments if argument.amount is not None]
    for argument in arguments:
        named_too = argument.amount is None and argument.role in _COUNTED_TOO
        victims = named_too and any(argument.span.overlaps(other) for other in counted)
        if hearing.told.statement.span.contains(argument.span) and not victims:
            yield from _answers(hearing, event, at, argument)


def amount_of(reading: Reading, argument: Argument) -> int | None:
    """The number that an argument gives: its own, else the one with which its words begin ("nine villagers")."""
    if argument.amount is not None or argument.role not in _COUNTED_TOO:
        return argument.amount
    return next(
        (
            index
            for index, amount in enumerate(reading.amounts)
            if amount.span.start == argument.span.start and argument.span.contains(amount.span)
        ),
        None,
    )


def _answers(hearing: Hearing, event: EventMention, at: int, argument: Argument) -> Iterator[Answer]:
    families = (hearing.cluster.telling.family, event.family)
    facet = hearing.questions.facet_of(argument.role, families, counted=argument.amount is not None)
    if argument.role == "place":
        if not _where_it_ended(hearing, event, at, argument):
            yield from _place(hearing, at, argument)
    elif argument.role == "time":
        if not _when_it_ended(hearing, event, at, argument):
            yield from _time(hearing, at, argument)
    elif facet == "attacker":
        yield from _attacker(hearing, at, argument)
    elif argument.amount is not None and facet != "target":
        yield from _figure(hearing, at, argument, facet)
    elif facet is not None:
        yield from _thing(hearing, at, argument, facet)


def _attacker(hearing: Hearing, at: int, argument: Argument) -> Iterator[Answer]:
    """Who did it. "Our men", "its artillery" in what a body says are its own side."""
    ground, text = hearing.ground, argument.span.of(hearing.ground.story.readings[at].document.text)
    actor = ground.story.actor(at, argument.name)
    own = hearing.speaker if hearing.questions.matches("own-side", text) else None
    if own is not None and (actor is None or hearing.party(actor) == actor):
        actor = body_of(ground, own)
    if actor is not None:
        yield attacker_answer(hearing, actor)
    elif argument.amount is not None:
        yield from _figure(hearing, at, argument, "participants")


def _where_it_ended(hearing: Hearing, event: EventMention, at: int, argument: Argument) -> bool:
    """Whether a place is only where somebody died of it: "two died in the hospital" beside an attack elsewhere."""
    story = hearing.ground.story
    text = argument.span.of(story.readings[at].document.text)
    if event.family not in HARM or hearing.questions.matches("care", text) is None:
        return False
    struck = {story.place(other, item.name) for other, item in _of_the_act(hearing)}
    return story.place(at, argument.name) not in struck


def _when_it_ended(hearing: Hearing, event: EventMention, at: int, argument: Argument) -> bool:
    """Whether a day is only that on which somebody died of it: later than all days of the act."""
    if event.family not in HARM or argument.time is None:
        return False
    intervals = hearing.ground.times.intervals
    days = [intervals[other, item.time].latest for other, item in _of_the_act(hearing) if item.time is not None]
    first = intervals[at, argument.time].earliest
    known = [day for day in days if day is not None]
    return first is not None and bool(known) and max(known) < first


def _of_the_act(hearing: Hearing) -> Iterator[tuple[int, Argument]]:
    """The arguments of the mentions that tell of the act itself, with the position of their document."""
    for at, index in hearing.cluster.mentions:
        event = hearing.ground.story.readings[at].reading.events[index]
        if event.family not in HARM:
            yield from ((at, item) for item in event.arguments)


def _place(hearing: Hearing, at: int, argument: Argument) -> Iterator[Answer]:
    place = hearing.ground.story.place(at, argument.name)
    if place is not None:
        name = hearing.ground.story.places.by_id[place].name
        yield Answer("place", place, name, hearing.claim, "asserts", place=place)


def _thing(hearing: Hearing, at: int, argument: Argument, facet: str) -> Iterator[Answer]:
    """Somebody or something: an actor by his record, a thing or a building by its head noun, a town by its record."""
    story = hearing.ground.story
    text = argument.span.of(story.readings[at].document.text)
    actor, place = story.actor(at, argument.name), story.place(at, argument.name)
    name = story.readings[at].reading.names[argument.name] if argument.name is not None else None
    stands_for = name is not None and name.kind == "pronoun"
    value = story.actors.by_id[actor].name if actor is not None and stands_for else text
    if facet in _OF_PEOPLE and actor is None:  # a train or a school is seized, not abducted
        facet = "target"
    if place is not None:
        key = place if story.places.is_area(place) or text[:1].isupper() else head_noun(text)
    elif facet == "target":
        key = target_key(story, at, argument.span, argument.name)
    else:
        key = actor or head_noun(text)
    yield Answer(facet, key, shown(value), hearing.claim, "asserts", actor=actor, place=place)


def _figure(hearing: Hearing, at: int, argument: Argument, facet: str | None) -> Iterator[Answer]:
    """A number of something; `facet` None where the role leaves open what was counted."""
    if argument.amount is None:
        return
    amount = hearing.ground.story.readings[at].reading.amounts[argument.amount]
    asked = facet or counted_as(hearing, amount.span, amount.quantity)
    people = amount.quantity.unit == "people"
    if asked in _OF_PEOPLE:
        asked = "missing" if people and _is_missing(hearing, amount.span) else asked if people else "number"
    if asked is not None:
        yield figure_answer(hearing, asked, amount.text, amount.quantity)


def _is_missing(hearing: Hearing, span: Span) -> bool:
    """Whether the words nearest to a number say that nobody knows where they are, whatever became of them before."""
    claim = hearing.told.claim
    near = hearing.questions.nearest("counted", claim.text, span.start - claim.start, span.end - claim.start)
    return near == "missing"


def counted_as(hearing: Hearing, span: Span, quantity: Quantity) -> str | None:
    """What a number of no role counts: people by the words near it, acts and things by their number."""
    if quantity.unit != "people":
        return "number"
    claim = hearing.told.claim
    return hearing.questions.nearest("counted", claim.text, span.start - claim.start, span.end - claim.start)


def figure_answer(hearing: Hearing, facet: str, text: str, quantity: Quantity) -> Answer:
    """A number as an answer; "and no one else" makes it the toll of the whole."""
    alone = facet in _COUNTED_ROLES and hearing.questions.matches("closed", hearing.told.claim.text) is not None
    closed = f" {NO_ONE_ELSE}" if alone else ""
    return Answer(
        facet,
        f"{quantity.min}|{quantity.max}|{quantity.bound}|{quantity.unit}|{quantity.group}{closed}",
        f"{shown(text)}{closed}",
        hearing.claim,
        "asserts",
        quantity=quantity,
    )


def _time(hearing: Hearing, at: int, argument: Argument) -> Iterator[Answer]:
    """When: a day, an hour, or since or until when something went on."""
    if argument.time is None:
        return
    times, key = hearing.ground.times, (at, argument.time)
    interval, expression = times.intervals[key], times.expression(key)
    if expression.form in _TOLD_ELSEWHERE:
        return
    dated = interval.bounded and expression.form != "clock" and expression.role in _ON
    told = expression.role in _ON or expression.text.casefold().startswith(expression.role)
    words = expression.text if told else f"{expression.role} {expression.text}"
    day = dated and precision_of(interval) == 1
    yield Answer(
        "time",
        f"{interval.earliest}..{interval.latest}" if dated else f"open {words.casefold()}",
        shown(f"{interval.earliest}" if day else words),
        hearing.claim,
        "asserts",
        time=interval if dated or expression.form != "clock" else None,
    )

"""What a claim answers by the arguments of the event mentions in its words: who, whom, where, when, how many."""

from collections.abc import Iterator

from corroborate.model.quantity import Quantity
from corroborate.model.reading import Argument, EventMention
from corroborate.model.span import Span
from corroborate.reconcile.answer import NO_ONE_ELSE, Answer, Hearing, attacker_answer, shown
from corroborate.reconcile.events import MentionKey
from corroborate.reconcile.own_words import body_of
from corroborate.reconcile.slots import head_noun, is_day, target_key
from corroborate.reconcile.times import precision_of

# A long bare pronoun is none: what stands for somebody by grammar alone is named by his record.
_COUNTED_ROLES = frozenset(("killed", "injured"))


def role_answers(hearing: Hearing, mention: MentionKey) -> Iterator[Answer]:
    """The answers that the arguments of one event mention give, as far as they stand in the claim's own words."""
    at, index = mention
    event = hearing.ground.story.readings[at].reading.events[index]
    span = hearing.told.statement.span
    counted = [argument.span for argument in event.arguments if argument.amount is not None]
    for argument in event.arguments:
        victims = (
            argument.role == "target"
            and argument.amount is None
            and any(argument.span.overlaps(other) for other in counted)
        )
        if span.contains(argument.span) and not victims:
            yield from _answers(hearing, event, at, argument)


def _answers(hearing: Hearing, event: EventMention, at: int, argument: Argument) -> Iterator[Answer]:
    facet = hearing.questions.facet_of(argument.role, event.family, counted=argument.amount is not None)
    if argument.role == "place":
        yield from _place(hearing, at, argument)
    elif argument.role == "time":
        yield from _time(hearing, at, argument)
    elif facet == "attacker":
        yield from _attacker(hearing, at, argument)
    elif argument.amount is not None:
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


def _place(hearing: Hearing, at: int, argument: Argument) -> Iterator[Answer]:
    place = hearing.ground.story.place(at, argument.name)
    if place is not None:
        name = hearing.ground.story.places.by_id[place].name
        yield Answer("place", place, name, hearing.claim, "asserts", place=place)


def _thing(hearing: Hearing, at: int, argument: Argument, facet: str) -> Iterator[Answer]:
    """Somebody or something without a number: a person by his record, a thing by its head noun."""
    story = hearing.ground.story
    text = argument.span.of(story.readings[at].document.text)
    actor, place = story.actor(at, argument.name), story.place(at, argument.name)
    name = story.readings[at].reading.names[argument.name] if argument.name is not None else None
    if place is not None:
        value = story.places.by_id[place].name
        yield Answer(facet, place, value, hearing.claim, "asserts", place=place)
        return
    value = story.actors.by_id[actor].name if actor is not None and name is not None and name.kind == "pronoun" else text
    if facet == "target":
        key = target_key(story, at, argument.span, argument.name)
    else:
        key = actor or head_noun(text)
    yield Answer(facet, key, shown(value), hearing.claim, "asserts", actor=actor)


def _figure(hearing: Hearing, at: int, argument: Argument, facet: str | None) -> Iterator[Answer]:
    """A number of something; `facet` None where the role leaves open what was counted."""
    if argument.amount is None:
        return
    amount = hearing.ground.story.readings[at].reading.amounts[argument.amount]
    asked = facet or counted_as(hearing, amount.span, amount.quantity)
    if asked is not None:
        yield figure_answer(hearing, asked, amount.text, amount.quantity)


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
    if argument.time is None:
        return
    times, key = hearing.ground.times, (at, argument.time)
    interval, expression = times.intervals[key], times.expression(key)
    if not is_day(times, key) or expression.role not in ("on", "between", "by"):
        return
    day = interval.bounded and precision_of(interval) == 1
    yield Answer(
        "time",
        f"{interval.earliest}..{interval.latest}" if interval.bounded else f"open {expression.text.lower()}",
        shown(f"{interval.earliest}" if day else expression.text),
        hearing.claim,
        "asserts",
        time=interval,
    )

"""What a claim answers about an event: one answer per question that its own words settle, doubt or deny."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.model.interval import Interval
from corroborate.model.ledger import Stance
from corroborate.model.quantity import Quantity
from corroborate.model.reading import Argument, EventMention
from corroborate.reconcile.claims import Told
from corroborate.reconcile.events import Cluster, MentionKey
from corroborate.reconcile.slots import head_noun, is_day, target_key
from corroborate.reconcile.telling import Ground
from corroborate.reconcile.times import precision_of

NOT_ESTABLISHED = "not established"
NO_ONE_ELSE = "and no one else"
_CLOSED = re.compile(
    r"\b(?:no one|nobody|no-one|none) else\b|\bno other (?:people|persons|casualties|victims)\b", re.IGNORECASE
)
# Which question "not yet known" leaves open, by its words; the attacker's before the toll's.
_OPEN_QUESTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "attacker",
        re.compile(
            r"\b(?:who|whose|whom|responsib\w+|identif\w+|behind|perpetrator\w*|culprit\w*|flown by)\b", re.IGNORECASE
        ),
    ),
    ("killed", re.compile(r"\b(?:how many|toll|casualt\w+|number of (?:dead|deaths|victims))\b", re.IGNORECASE)),
    ("target", re.compile(r"\b(?:what was hit|targets?|was targeted)\b", re.IGNORECASE)),
)
_RESPONSIBILITY = re.compile(
    r"\b(?:responsib\w+|involvement|being behind|any role|carrying out|having carried out|part in)\b", re.IGNORECASE
)
_OWN_ACT = re.compile(
    r"(?:\b(?:we|our|its own|his own|their own)\b[^,.;]{0,40}|^(?:that )?(?:it|they)(?: had| have| has)?\s*|"
    r"^(?:denied |denies )?(?:having|ever)\s*|^(?:denied|denies)\s*|^(?:the |its |our )(?:\w+ )?"
    r"(?:aircraft|jets?|warplanes?|planes?|drones?|helicopters?|gunboats?|artillery|forces|troops|soldiers|fighters|pilots?|units?)"
    r"(?: had| have| has)?\s*)$",
    re.IGNORECASE,
)
# Only a body that wields force owns "the aircraft" of its own claim.
_WIELDS_FORCE = frozenset(("state", "state-forces", "government-body", "armed-group", "coalition"))


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim's answer to one facet. Answers with the same facet and key are one position."""

    facet: str
    key: str
    value: str
    claim: str
    stance: Stance
    actor: str | None = None
    place: str | None = None
    quantity: Quantity | None = None
    time: Interval | None = None


def answers_of(ground: Ground, told: Told, mentions: Sequence[MentionKey], cluster: Cluster) -> tuple[Answer, ...]:
    """The answers that a claim gives through the event mentions in its words; () where it answers nothing."""
    stance = told.claim.stance
    if stance in ("predicts", "demands"):
        return ()
    if stance == "does-not-know":
        return tuple(_open(told))
    given = _finest([answer for mention in mentions for answer in _given(ground, told, mention)], ground)
    own = list(_responsibility(ground, told))
    none = [answer for answer in given if answer.quantity is not None and answer.quantity.max == 0]
    if none:  # "nobody was killed" asserts a figure
        return tuple(dict.fromkeys(none))
    if stance == "asserts":
        return tuple(dict.fromkeys((*own, *given, *_told_of(told, ground, cluster))))
    denied = [answer for answer in given if answer.facet == "attacker" and _is_speaker(ground, told, answer)]
    found = tuple(dict.fromkeys(_most_denied(denied or (*own, *given), stance)))
    return found if found or stance == "cannot-verify" else tuple(_whole_denied(ground, told, cluster, stance))


def _is_speaker(ground: Ground, told: Told, answer: Answer) -> bool:
    """Whether an attacker is the party of who speaks: "denied having attacked the convoy" denies that it was they."""
    actor = told.claim.claimant.actor
    return actor is not None and answer.key == ground.story.parties.get(actor, actor)


def _open(told: Told) -> Iterator[Answer]:
    """The question that "not identified yet", "did not say who" leaves open."""
    for facet, words in _OPEN_QUESTIONS:
        if words.search(told.claim.text):
            yield Answer(facet, NOT_ESTABLISHED, NOT_ESTABLISHED, told.claim.id, "does-not-know")
            return


def _most_denied(answers: Sequence[Answer], stance: Stance) -> Iterator[Answer]:
    """A denial or doubt is of the most particular thing in its words: the figure, else the target, else the actor."""
    for facet in ("killed", "injured", "target", "attacker"):
        found = [answer for answer in answers if answer.facet == facet]
        if found:
            yield from (_with_stance(answer, stance) for answer in found)
            return


def _told_of(told: Told, ground: Ground, cluster: Cluster) -> Iterator[Answer]:
    """That it happened as an event of its kind: an answer only where somebody denies or doubts it."""
    wanted = {index for at, index in cluster.mentions if at == told.key[0]}
    events = ground.story.readings[told.key[0]].reading.events
    if any(index in wanted and told.statement.span.contains(events[index].span) for index in told.statement.about):
        yield Answer("what", "the event", _family_words(cluster), told.claim.id, "asserts")


def _family_words(cluster: Cluster) -> str:
    words = cluster.telling.family.replace("-", " ")
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _whole_denied(ground: Ground, told: Told, cluster: Cluster, stance: Stance) -> Iterator[Answer]:
    """A denial with nothing particular in it is of the event; from the accused, of having done it too."""
    yield _with_stance(Answer("what", "the event", _family_words(cluster), told.claim.id, "asserts"), stance)
    actor = told.claim.claimant.actor
    accused = {ground.story.parties.get(item, item): item for item in sorted(cluster.telling.slots.attackers)}
    party = ground.story.parties.get(actor, actor) if actor is not None else None
    if party is not None and party in accused:
        yield _with_stance(_attacker(ground, told.claim.id, accused[party]), stance)


def _finest(answers: Sequence[Answer], ground: Ground) -> list[Answer]:
    """The answers without places that only say where another of them lies: the district of a village."""
    places = {answer.place for answer in answers if answer.place is not None}
    around = {area for place in places for area in ground.story.places.areas.get(place, ())}
    spots = {place for place in places if not ground.story.places.is_area(place)}
    coarse = around | (places - spots if spots else set())
    return [
        answer for answer in answers if answer.place is None or answer.facet != "place" or answer.place not in coarse
    ]


def _with_stance(answer: Answer, stance: Stance) -> Answer:
    shown: Stance = "denies" if stance == "rejects" else stance
    return Answer(
        answer.facet,
        answer.key,
        answer.value,
        answer.claim,
        shown,
        answer.actor,
        answer.place,
        answer.quantity,
        answer.time,
    )


def _given(ground: Ground, told: Told, mention: MentionKey) -> Iterator[Answer]:
    at, index = mention
    event = ground.story.readings[at].reading.events[index]
    span = told.statement.span
    counted = [argument.span for argument in event.arguments if argument.amount is not None]
    for argument in event.arguments:
        victims = argument.role == "target" and any(argument.span.overlaps(other) for other in counted)
        if span.contains(argument.span) and not victims:
            yield from _of_argument(ground, told, at, argument)
    if span.contains(event.span) and not any(item.role == "attacker" for item in event.arguments):
        yield from _own_act(ground, told, event)


def _of_argument(ground: Ground, told: Told, at: int, argument: Argument) -> Iterator[Answer]:
    claim, text = told.claim.id, argument.span.of(ground.story.readings[at].document.text)
    match argument.role:
        case "attacker":
            actor = ground.story.actor(at, argument.name)
            if actor is not None:
                yield _attacker(ground, claim, actor)
        case "target":
            if ground.story.place(at, argument.name) is not None:
                return
            actor = ground.story.actor(at, argument.name)
            yield Answer(
                "target",
                target_key(ground.story, at, argument.span, argument.name),
                _shown(text),
                claim,
                "asserts",
                actor=actor,
            )
        case "place":
            place = ground.story.place(at, argument.name)
            if place is not None:
                yield Answer("place", place, ground.story.places.by_id[place].name, claim, "asserts", place=place)
        case "time" if argument.time is not None:
            yield from _time(ground, claim, at, argument.time)
        case "weapon":
            yield Answer("weapon", head_noun(text), text, claim, "asserts")
        case "killed" | "injured" if argument.amount is not None:
            amount = ground.story.readings[at].reading.amounts[argument.amount]
            closed = f" {NO_ONE_ELSE}" if _CLOSED.search(told.claim.text) else ""
            yield Answer(
                argument.role,
                _quantity_key(amount.quantity) + closed,
                _shown(amount.text) + closed,
                claim,
                "asserts",
                quantity=amount.quantity,
            )
        case _:
            return


def _attacker(ground: Ground, claim: str, actor: str) -> Answer:
    name = ground.story.actors.by_id[actor].name
    return Answer("attacker", ground.story.parties.get(actor, actor), name, claim, "asserts", actor=actor)


def _own_act(ground: Ground, told: Told, event: EventMention) -> Iterator[Answer]:
    """ "We hit a store", "our forces struck": the speaker names itself as the attacker."""
    before = told.claim.text[: max(0, event.span.start - told.statement.span.start)]
    actor = told.claim.claimant.actor
    if actor is None or told.claim.claimant.start is None or not _OWN_ACT.search(before):
        return
    party = ground.story.parties.get(actor, actor)
    if ground.story.actors.by_id[party].kind in _WIELDS_FORCE:
        yield _attacker(ground, told.claim.id, _body(ground, actor))


def _body(ground: Ground, actor: str) -> str:
    """The body that a spokesman or an official speaks for; of anybody else, himself."""
    record = ground.story.actors.by_id[actor]
    return next(iter(record.member_of), actor) if record.kind in ("person", "role") else actor


def _responsibility(ground: Ground, told: Told) -> Iterator[Answer]:
    """ "Claimed responsibility", "denied any involvement": the speaker is the attacker that is asserted or denied."""
    actor = told.claim.claimant.actor
    if (
        actor is not None
        and told.claim.claimant.start is not None
        and _RESPONSIBILITY.match(
            told.claim.text.split(" ", 1)[-1]
            if told.claim.cue and told.claim.start == told.claim.cue.start
            else told.claim.text
        )
    ):
        yield _attacker(ground, told.claim.id, _body(ground, actor))


def _time(ground: Ground, claim: str, at: int, time: int) -> Iterator[Answer]:
    interval = ground.times.intervals[at, time]
    expression = ground.times.expression((at, time))
    if not is_day(ground.times, (at, time)) or expression.role not in ("on", "between", "by"):
        return
    key = f"{interval.earliest}..{interval.latest}" if interval.bounded else f"open {expression.text.lower()}"
    value = expression.text if not interval.bounded or precision_of(interval) != 1 else f"{interval.earliest}"
    yield Answer("time", key, _shown(value), claim, "asserts", time=interval)


def _quantity_key(quantity: Quantity) -> str:
    return f"{quantity.min}|{quantity.max}|{quantity.bound}|{quantity.unit}|{quantity.group}"


def _shown(text: str) -> str:
    """The words as a value: white space folded, no stray quotation marks at the ends."""
    plain = " ".join(text.split())
    opens, closes = plain[:1] in '“"', plain[-1:] in '”"'
    return plain if opens == closes else plain.strip('“”"') or plain

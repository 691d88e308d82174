"""What a claim answers about an event: one answer per question that its own words settle, doubt or deny."""

from collections.abc import Iterator, Sequence

from corroborate.model.ledger import Stance
from corroborate.reconcile.answers.answer import Answer, Hearing, attacker_answer
from corroborate.reconcile.answers.own_words import open_question, own_act, responsibility, said_of_it
from corroborate.reconcile.answers.role_answers import amount_of, counted_as, figure_answer, role_answers
from corroborate.reconcile.answers.told_as import nobody_harmed, told_as
from corroborate.reconcile.events.families import HARM
from corroborate.reconcile.events.find import MentionKey
from corroborate.reconcile.events.telling import Ground


def answers_of(hearing: Hearing, mentions: Sequence[MentionKey]) -> tuple[Answer, ...]:
    """The answers that a claim gives through the event mentions in its words; () where it answers nothing."""
    stance = hearing.told.claim.stance
    if stance in ("predicts", "demands"):
        return ()
    if stance == "does-not-know":
        return tuple(open_question(hearing))
    given = _finest([answer for mention in mentions for answer in _given(hearing, mention)], hearing.ground)
    own = list(responsibility(hearing))
    none = [answer for answer in given if answer.quantity is not None and answer.quantity.max == 0]
    if none:  # "nobody was killed" asserts a figure
        return tuple(dict.fromkeys(none))
    unharmed = list(nobody_harmed(hearing))
    if unharmed and stance in ("asserts", "denies"):
        return tuple(dict.fromkeys((*unharmed, *(given if stance == "asserts" else ()))))
    if stance == "asserts":
        loose = [*_loose_figures(hearing), *said_of_it(hearing), *told_as(hearing)]
        return tuple(dict.fromkeys((*own, *given, *loose, *_told_of(hearing))))
    denied = [answer for answer in given if answer.facet == "attacker" and _is_speaker(hearing, answer)]
    is_not = [] if denied or given else [answer.towards(stance) for answer in told_as(hearing)]
    found = tuple(dict.fromkeys((*_most_denied(hearing, denied or (*own, *given), stance), *is_not)))
    return found if found or stance == "cannot-verify" else tuple(_whole_denied(hearing, stance))


def _given(hearing: Hearing, mention: MentionKey) -> Iterator[Answer]:
    at, index = mention
    event = hearing.ground.story.readings[at].reading.events[index]
    yield from role_answers(hearing, mention)
    if hearing.told.statement.span.contains(event.span) and not any(
        item.role == "attacker" for item in event.arguments
    ):
        yield from own_act(hearing, event)


def _loose_figures(hearing: Hearing) -> Iterator[Answer]:
    """Numbers of people in the claim's words that fill no role of any mention: so many are missing, were taken."""
    reading = hearing.ground.story.readings[hearing.told.key[0]].reading
    taken = {amount_of(reading, argument) for event in reading.events for argument in event.arguments}
    for index, amount in enumerate(reading.amounts):
        inside = hearing.told.statement.span.contains(amount.span)
        if inside and index not in taken and amount.quantity.unit == "people":
            facet = counted_as(hearing, amount.span, amount.quantity)
            if facet is not None:
                yield figure_answer(hearing, facet, amount.text, amount.quantity)


def _is_speaker(hearing: Hearing, answer: Answer) -> bool:
    """Whether an attacker is the party of who speaks: "denied having attacked the convoy" denies that it was they."""
    return hearing.speaker is not None and answer.key == hearing.party(hearing.speaker)


def _most_denied(hearing: Hearing, answers: Sequence[Answer], stance: Stance) -> Iterator[Answer]:
    """A denial or doubt is of the most particular thing in its words: the figure, else the target, else the actor."""
    ranks = {
        answer.facet: hearing.questions.facets[answer.facet].denied
        for answer in answers
        if answer.facet in hearing.questions.facets
    }
    known = [rank for rank in ranks.values() if rank is not None]
    for answer in answers:
        if known and ranks.get(answer.facet) == min(known):
            yield answer.towards(stance)


def _told_of(hearing: Hearing) -> Iterator[Answer]:
    """What kind of act it was, by each word for it in the claim: a question only where somebody denies or rivals it."""
    for family in _families(hearing):
        yield _what(hearing, family)


def _families(hearing: Hearing) -> tuple[str, ...]:
    """The kinds of act by which the claim's own words call the event; of what it did (killed, hurt) none."""
    at = hearing.told.key[0]
    wanted = {index for place, index in hearing.cluster.mentions if place == at}
    events = hearing.ground.story.readings[at].reading.events
    inside = [
        events[index].family
        for index in hearing.told.statement.about
        if index in wanted and hearing.told.statement.span.contains(events[index].span)
    ]
    return tuple(dict.fromkeys(family for family in inside if family not in HARM))


def _what(hearing: Hearing, family: str) -> Answer:
    words = family.replace("-", " ")
    return Answer("what", family, f"{'an' if words[0] in 'aeiou' else 'a'} {words}", hearing.claim, "asserts")


def _whole_denied(hearing: Hearing, stance: Stance) -> Iterator[Answer]:
    """A denial of the act and of nothing particular: from the accused, that it was they; else, or in so many words
    ("there was no battle"), that it happened. One that names no act is of something else.
    """
    acts = _families(hearing)
    actor = hearing.speaker
    accused = {hearing.party(item): item for item in sorted(hearing.cluster.telling.slots.attackers)}
    party = hearing.party(actor) if actor is not None else None
    none_such = hearing.questions.matches("no-act", hearing.told.claim.text) is not None
    if acts and party is not None and party in accused and not none_such:
        yield attacker_answer(hearing, accused[party]).towards(stance)
    else:
        yield from (_what(hearing, family).towards(stance) for family in acts)


def _finest(answers: Sequence[Answer], ground: Ground) -> list[Answer]:
    """The answers without places that only say where another of them lies (the district of a village), or that are
    what was hit: "a market in Harvat" was hit in Harvat.
    """
    places = ground.story.places
    told = {answer.place for answer in answers if answer.place is not None}
    named = {place for place in told if not places.is_area(place) and _has_name(places.by_id[place].name)}
    hit = {answer.place for answer in answers if answer.facet == "target" and answer.place is not None}
    areas = {place for place in told if places.is_area(place)}
    around = {area for place in told if places.is_area(place) or place in named for area in places.areas.get(place, ())}
    coarse = around | (areas if named else set()) | (hit - named - areas if areas else set())
    return [
        answer for answer in answers if answer.place is None or answer.facet != "place" or answer.place not in coarse
    ]


def _has_name(words: str) -> bool:
    """Whether a place is called by a proper name: "Tavor Bridge", not "livestock market"."""
    return any(word[:1].isupper() for word in words.split())

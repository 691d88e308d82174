"""What a claim answers by its own words, without an argument that says it: responsibility, reasons, warnings."""

from collections.abc import Iterator

from corroborate.model.reading import EventMention
from corroborate.reconcile.answers.answer import NOT_ESTABLISHED, Answer, Hearing, attacker_answer, shown
from corroborate.reconcile.events.telling import Ground

# Only a body that wields force owns "the aircraft" of its own claim.
_WIELDS_FORCE = frozenset(("state", "state-forces", "government-body", "armed-group", "coalition"))


def open_question(hearing: Hearing) -> Iterator[Answer]:
    """The question that "not identified yet", "did not say who" leaves open."""
    facet = hearing.questions.matches("open", hearing.told.claim.text)
    if facet is not None:
        yield Answer(facet, NOT_ESTABLISHED, NOT_ESTABLISHED, hearing.claim, "does-not-know")


def responsibility(hearing: Hearing) -> Iterator[Answer]:
    """ "Claimed responsibility", "denied any involvement": the speaker is the attacker that is asserted or denied."""
    claim, actor = hearing.told.claim, hearing.speaker
    said = claim.text
    if claim.cue is not None and claim.start == claim.cue.start:
        said = said.split(" ", 1)[-1]
    if actor is not None and hearing.questions.matches("own-part", said):
        yield attacker_answer(hearing, body_of(hearing.ground, actor))


def own_act(hearing: Hearing, event: EventMention) -> Iterator[Answer]:
    """ "We hit a store", "our forces struck": the speaker names itself as the attacker."""
    span = hearing.told.statement.span
    before = hearing.told.claim.text[: max(0, event.span.start - span.start)]
    actor = hearing.speaker
    if actor is None or not hearing.questions.matches("own-act", before):
        return
    if wields_force(hearing.ground, actor):
        yield attacker_answer(hearing, body_of(hearing.ground, actor))


def said_of_it(hearing: Hearing) -> Iterator[Answer]:
    """A reason, a warning: the claim as a whole is the answer."""
    text = hearing.told.claim.text
    for facet, pattern in hearing.questions.patterns.get("says", ()):
        if pattern.search(text):
            yield Answer(facet, shown(text).casefold(), shown(text), hearing.claim, "asserts")


def body_of(ground: Ground, actor: str) -> str:
    """The body that a spokesman or an official speaks for; of anybody else, himself."""
    record = ground.story.actors.by_id[actor]
    return next(iter(record.member_of), actor) if record.kind in ("person", "role") else actor


def wields_force(ground: Ground, actor: str) -> bool:
    """Whether the party of an actor is one that could have struck."""
    return ground.story.actors.by_id[ground.story.parties.get(actor, actor)].kind in _WIELDS_FORCE

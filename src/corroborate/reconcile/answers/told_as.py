"""What a claim says the event was, in a sentence that says just that: "it was a tyre", "it was the volunteers"."""

import re
from collections.abc import Iterator

from corroborate.reconcile.answers.answer import NOBODY, Answer, Hearing, attacker_answer, shown
from corroborate.reconcile.events.slots import head_noun

# Kinds of actors that "it was the …" may accuse; a place or an outlet is accused of nothing.
_ACCUSED = frozenset(
    ("state", "state-forces", "armed-group", "government-body", "coalition", "organisation", "population", "role")
)
_LEADING = re.compile(r"\W*(?:the |an? )?(?:work|act|doing|hand|deed) of ", re.IGNORECASE)


def told_as(hearing: Hearing) -> Iterator[Answer]:
    """The answer of a sentence that says what or who it was; a word for the act in it answers by itself."""
    start, words = _predicate(hearing)
    if not words:
        return
    actor = _actor(hearing, start, words)
    if actor is not None:
        yield attacker_answer(hearing, actor)
    elif not _names_act(hearing, start, start + len(words)):
        yield Answer("what", f"told as {head_noun(words)}", shown(words), hearing.claim, "asserts")


def nobody_harmed(hearing: Hearing) -> Iterator[Answer]:
    """ "No deaths", "nobody was hurt": the toll is that there was none, of all or of one side."""
    text = hearing.told.claim.text
    side = hearing.questions.matches("one-side", text) is not None
    for facet, pattern in hearing.questions.patterns.get("nobody", ()):
        match = pattern.search(text)
        if match is not None:
            words = shown(text[match.start() :] if side else match[0]).casefold()
            yield Answer(facet, f"{NOBODY} of a side" if side else NOBODY, words, hearing.claim, "asserts")


def _predicate(hearing: Hearing) -> tuple[int, str]:
    """Where in the document the words begin that say what it was, and those words; "" where none do."""
    claim = hearing.told.claim
    for _, pattern in hearing.questions.patterns.get("told-as", ()):
        match = pattern.match(claim.text)
        if match is not None:
            return claim.start + match.start("what"), match["what"]
    return claim.start, ""


def _actor(hearing: Hearing, start: int, words: str) -> str | None:
    """The actor that the predicate is: "the volunteers", "the work of bandits"."""
    at = hearing.told.key[0]
    story = hearing.ground.story
    lead = _LEADING.match(words)
    begins = start + (lead.end() if lead is not None else 0)
    for index, name in enumerate(story.readings[at].reading.names):
        if begins <= name.span.start <= begins + len("the ") and name.span.end <= start + len(words):
            actor = story.actor(at, index)
            if actor is not None and story.actors.by_id[actor].kind in _ACCUSED:
                return actor
    return None


def _names_act(hearing: Hearing, start: int, end: int) -> bool:
    """Whether a word for an event stands in the predicate: then that word says what it was."""
    events = hearing.ground.story.readings[hearing.told.key[0]].reading.events
    return any(start <= event.span.start and event.span.end <= end for event in events)

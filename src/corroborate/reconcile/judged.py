"""Tellings of events with what people say of them: held together, or kept apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corroborate.judging.grouping import regrouped
from corroborate.model.judgement import MentionKey as WordsKey
from corroborate.reconcile.events.telling import Ground, MentionKey, Telling


def event_key(ground: Ground, mention: MentionKey) -> WordsKey:
    """Where an event mention stands, as judgements know it."""
    reading = ground.story.readings[mention[0]]
    span = reading.reading.events[mention[1]].span
    return reading.document.id, span.start, span.end


def judged_tellings(ground: Ground, local: Sequence[Telling], singles: Sequence[Telling]) -> list[Telling]:
    """The tellings of all documents, those together that people hold together, and none that they keep apart.

    `singles` are all event mentions by themselves: those that people speak of are events though no text says so. An
    incident and a total are never put together.
    """
    if not ground.verdicts:
        return list(local)
    single = {telling.mentions[0]: telling for telling in singles}
    told = {mention for telling in local for mention in telling.mentions}
    local = [*local, *(one for one in singles if one.blocks and one.mentions[0] not in told)]
    home = {mention: place for place, telling in enumerate(local) for mention in telling.mentions}
    found: list[tuple[int, Telling]] = []
    for aggregate in (False, True):
        groups = [telling.mentions for telling in local if telling.aggregate == aggregate]
        for group in regrouped(groups, lambda mention: (event_key(ground, mention),), ground.verdicts):
            pieces = [
                _piece(ground, local[place], [mention for mention in group if home[mention] == place], single)
                for place in sorted({home[mention] for mention in group})
            ]
            whole = pieces[0]
            for piece in pieces[1:]:
                whole = whole.joined(piece, ground.families)
            found.append((min(home[mention] for mention in group), whole))
    return [telling for _, telling in sorted(found, key=lambda item: (item[0], item[1].mentions))]


def held_mentions(singles: Sequence[Telling]) -> frozenset[MentionKey]:
    """The mentions that people hold to another one: each stays where it was put."""
    together = Counter((block, telling.aggregate) for telling in singles for block in telling.blocks)
    return frozenset(
        telling.mentions[0]
        for telling in singles
        if any(together[block, telling.aggregate] > 1 for block in telling.blocks)
    )


def _piece(ground: Ground, telling: Telling, kept: Sequence[MentionKey], single: dict[MentionKey, Telling]) -> Telling:
    """A telling, or what is left of it when some of its mentions are taken out."""
    if len(kept) == len(telling.mentions):
        return telling
    first, *others = (single[mention] for mention in kept)
    piece = first
    for other in others:
        piece = piece.joined(other, ground.families)
    share = telling.central * len(kept) / len(telling.mentions)
    return replace(piece, home=telling.home, central=share, first=telling.first and telling.mentions[0] in kept)

"""Who says what: source, cue and content, as Pareti measured PARC and Citron was measured.

Only attributions with a source or a cue count: an outlet's own voice is none. Attributions of a document with the same
source words and the same cue words are one, on both sides: the program and the corpus cut into claims what others
leave whole.
"""

from collections.abc import Iterator

from evaluation.layers.extent import HALF, Extent, exact, overlap, shared
from evaluation.layers.records import Attribution, Record
from evaluation.pairing import best_pairs
from evaluation.score import Rates, rates


def source_exact(gold: Record, ours: Record) -> Rates:
    """Sources with just gold's words; several attributions to the same words count once."""
    return exact(*(_sources(record) for record in (gold, ours)))


def source_shared(gold: Record, ours: Record) -> Rates:
    """Sources, each right to the share of its characters that the other side has in sources."""
    return shared(*(_sources(record) for record in (gold, ours)))


def cue_exact(gold: Record, ours: Record) -> Rates:
    """Cues with just gold's words; several attributions with the same cue count once."""
    return exact(*(_cues(record) for record in (gold, ours)))


def cue_shared(gold: Record, ours: Record) -> Rates:
    """Cues, each right to the share of its characters that the other side has in cues."""
    return shared(*(_cues(record) for record in (gold, ours)))


def content_exact(gold: Record, ours: Record) -> Rates:
    """Contents, all their pieces together, with just gold's words."""
    return exact(*(_contents(record) for record in (gold, ours)))


def content_shared(gold: Record, ours: Record) -> Rates:
    """Contents, each right to the share of its characters that the other side has in contents."""
    return shared(*(_contents(record) for record in (gold, ours)))


def whole_attribution(gold: Record, ours: Record) -> Rates:
    """Attributions whose source, cue and content each overlap gold's by half of the union, one to one.

    A source, cue or content that both sides lack agrees; one that a single side lacks does not.
    """
    first, second = joined(gold), joined(ours)
    candidates = []
    for one, attribution in enumerate(first):
        for other, candidate in enumerate(second):
            common = _agreement(attribution, candidate)
            if min(common) >= HALF:
                candidates.append((one, other, common))
    return rates(len(best_pairs(first, second, candidates)), ours=len(second), gold=len(first))


def joined(record: Record) -> tuple[Attribution, ...]:
    """The attributions that count, those with one source and one cue as one."""
    found: dict[tuple[object, ...], Attribution] = {}
    for index, each in enumerate(record.attributions):
        if not each.reported:
            continue
        key = (each.source, each.cue) if each.cue else (index,)
        before = found.get(key)
        content = before.content | each.content if before else each.content
        text = f"{before.text} ... {each.text}" if before else each.text
        found[key] = Attribution(each.source, each.cue, content, text, each.by)
    return tuple(found.values())


def _agreement(gold: Attribution, ours: Attribution) -> tuple[float, float, float]:
    content = overlap(gold.content, ours.content)
    if content < HALF:
        return content, 0.0, 0.0
    return content, overlap(gold.source, ours.source), overlap(gold.cue, ours.cue)


def _sources(record: Record) -> Iterator[Extent]:
    return (each.source for each in record.attributions if each.reported)


def _cues(record: Record) -> Iterator[Extent]:
    return (each.cue for each in record.attributions if each.reported)


def _contents(record: Record) -> Iterator[Extent]:
    return (each.content for each in joined(record))

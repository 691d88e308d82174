"""How many independent lines stand behind an answer, with the reason for every merge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.ledger import Actor, Claim
from corroborate.model.lineage import Passage
from corroborate.model.span import Span
from corroborate.names.fold import plain
from corroborate.reconcile.union import Union


@dataclass(frozen=True, slots=True)
class Origin:
    """One first speaker with the claims that it makes for an answer. `actor` is None where nobody is named."""

    key: str
    name: str
    actor: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Distinct first speakers, what is left after merging them, and each merge in words."""

    origins: int
    independent: int
    collapsed: tuple[str, ...]
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """What merging looks things up in: actors by id, their parties, passages that documents share, document names."""

    actors: Mapping[str, Actor]
    parties: Mapping[str, str]
    passages: Sequence[Passage]
    documents: Mapping[str, str]


def count_lines(claims: Sequence[Claim], voices: Voices) -> Lines:
    """The origins and lines of the claims that hold for an answer, each merge with its rule and words."""
    repeated = [claim for claim in claims if claim.repeats is not None]
    origins = _origins([claim for claim in claims if claim.repeats is None])
    reasons: list[str] = []
    if repeated:
        reasons.append("a headline or pull quote that repeats a claim of the same document is no speaker of its own")
    groups = Union([origin.key for origin in origins])
    dropped = _merge(origins, groups, reasons, voices)
    leaders = [group for group in groups.groups() if not all(key in dropped for key in group)]
    lines = max(len(leaders), 1 if origins else 0)
    names = {origin.key: origin.name for origin in origins}
    return Lines(len(origins), lines, tuple(dict.fromkeys(reasons)), tuple(names[group[0]] for group in leaders))


def _origins(claims: Sequence[Claim]) -> list[Origin]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        first = claim.chain[0]
        found.setdefault(first.actor or f"name:{plain(first.name)}", []).append(claim)
    return [
        Origin(key, members[0].chain[0].name, members[0].chain[0].actor, tuple(members))
        for key, members in found.items()
    ]


def _merge(origins: Sequence[Origin], groups: Union[str], reasons: list[str], voices: Voices) -> set[str]:
    """Join what is one line; returns the origins that are no line beside the others."""
    for at, origin in enumerate(origins):
        for other in origins[:at]:
            reason = _party(origin, other, voices) or _same_words(origin, other, voices) or _same_agency(origin, other)
            if reason is not None and groups.find(origin.key) != groups.find(other.key):
                groups.join(other.key, origin.key)
                reasons.append(f"{other.name}; {origin.name}: {reason}")
    dropped: set[str] = set()
    for origin in origins:
        others = [item for item in origins if item.key != origin.key and item.key not in dropped]
        reason = _no_line(origin, others, voices)
        if reason is not None:
            dropped.add(origin.key)
            reasons.append(reason)
    return dropped


def _kind(origin: Origin, voices: Voices) -> str:
    actor = voices.actors.get(origin.actor or "")
    return actor.kind if actor is not None else "unknown"


def _party(first: Origin, second: Origin, voices: Voices) -> str | None:
    """A body with its spokesmen, officials, commanders and members is one voice."""
    one, other = (voices.parties.get(item.actor or "", None) for item in (first, second))
    if one is None or one != other:
        return None
    return f"one party, {voices.actors[one].name}"


def _same_words(first: Origin, second: Origin, voices: Voices) -> str | None:
    """Claims that stand in one passage that two documents share are one telling."""
    for passage in voices.passages:
        for ours in first.claims:
            for theirs in second.claims:
                if _in_passage(ours, theirs, passage):
                    names = " and ".join(sorted((voices.documents[ours.document], voices.documents[theirs.document])))
                    return f"the same words in {names}: one text"
    return None


def _in_passage(ours: Claim, theirs: Claim, passage: Passage) -> bool:
    sides = {passage.first: passage.first_span, passage.second: passage.second_span}
    if ours.document == theirs.document or ours.document not in sides or theirs.document not in sides:
        return False
    spans = [Span(claim.start, claim.end) for claim in (ours, theirs)]
    return all(sides[claim.document].overlaps(span) for claim, span in zip((ours, theirs), spans, strict=True))


def _same_agency(first: Origin, second: Origin) -> str | None:
    """Unnamed speakers who come through the same agency are taken for one."""
    agencies = [
        {link.name for claim in item.claims for link in claim.chain if link.role == "agency"}
        for item in (first, second)
    ]
    unnamed = all(all(claim.claimant.anonymous for claim in item.claims) for item in (first, second))
    shared = sorted(agencies[0] & agencies[1])
    return f"unnamed speakers through one agency, {shared[0]}" if shared and unnamed else None


def _no_line(origin: Origin, others: Sequence[Origin], voices: Voices) -> str | None:
    """Why an origin is no line beside the others: unnamed crowds, an outlet's own sentence, "reportedly"."""
    if not others:
        return None
    if origin.actor is None and all(claim.claimant.anonymous for claim in origin.claims):
        return f'{others[0].name}; {origin.name}: "reportedly" names nobody and is a line only where it stands alone'
    if _kind(origin, voices) == "population" and voices.parties.get(origin.actor or "") == origin.actor:
        beside = next((item for item in others if _may_belong(item, origin, voices)), None)
        reason = f'"{origin.name}" names nobody, and {beside.name} may belong to it' if beside is not None else ""
        return f"{beside.name}; {origin.name}: {reason}" if beside is not None else None
    if all(claim.claimant.start is None for claim in origin.claims):
        here = {claim.document for claim in origin.claims}
        source = next((item for item in others if here <= {claim.document for claim in item.claims}), None)
        reason = "the outlet's own sentence is no line where the same article gives a source for it"
        return f"{source.name}; {origin.name}: {reason}" if source is not None else None
    return None


def _may_belong(item: Origin, crowd: Origin, voices: Voices) -> bool:
    """Whether a speaker may be one of a crowd or speak for it: no state, none of its servants, no press."""
    if all(claim.claimant.start is None for claim in item.claims):
        return False
    party = voices.actors.get(voices.parties.get(item.actor or "", ""))
    kinds = {_kind(item, voices), party.kind if party is not None else "unknown"}
    return not kinds & {"state", "state-forces", "government-body", "intergovernmental", "media", "agency"}

"""The contract's JSON: every list in an order that comes from content, written whole or not at all."""

import contextlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from corroborate.model.codec import write_contract
from corroborate.model.document import Document, LineageEntry
from corroborate.model.ledger import Claim, Event, Ledger, Position


def contract_json(ledger: Ledger, *, generated: str) -> bytes:
    """The ledger as the text of an export. Two ledgers of the same content give the same bytes."""
    return write_contract(replace(in_order(ledger), generated=generated))


def in_order(ledger: Ledger) -> Ledger:
    """The ledger with every list sorted whose order means nothing: chains, places and reasons stay as they are."""
    return replace(
        ledger,
        documents=tuple(sorted(map(_document, ledger.documents), key=lambda document: document.id)),
        actors=tuple(
            replace(
                actor,
                aliases=tuple(sorted(actor.aliases)),
                member_of=tuple(sorted(actor.member_of)),
                mentions=tuple(sorted(actor.mentions)),
            )
            for actor in sorted(ledger.actors, key=lambda actor: actor.id)
        ),
        places=tuple(
            replace(place, aliases=tuple(sorted(place.aliases)), mentions=tuple(sorted(place.mentions)))
            for place in sorted(ledger.places, key=lambda place: place.id)
        ),
        claims=tuple(sorted(map(_claim, ledger.claims), key=lambda claim: (claim.document, claim.start, claim.id))),
        events=tuple(sorted(map(_event, ledger.events), key=lambda event: event.id)),
        problems=tuple(sorted(ledger.problems, key=lambda p: (p.code, p.document or "", p.name or "", p.message))),
    )


def write_atomically(path: Path, data: bytes) -> None:
    """The file with this content under its name, or the old one as it was: never a part. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_mode(path))
        draft.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced; those of any new file where there is none."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _document(document: Document) -> Document:
    furniture = tuple(sorted(document.furniture, key=lambda piece: (piece.start, piece.end, piece.kind)))
    return replace(document, furniture=furniture, lineage=tuple(sorted(document.lineage, key=_lineage_order)))


def _lineage_order(entry: LineageEntry) -> tuple[object, ...]:
    source = entry.source
    return (
        entry.kind,
        -1 if entry.start is None else entry.start,
        -1 if entry.end is None else entry.end,
        source.name,
        source.actor or "",
        source.document or "",
    )


def _claim(claim: Claim) -> Claim:
    about = sorted(claim.about, key=lambda entry: (entry.event, entry.facet or "", entry.position or ""))
    return replace(claim, about=tuple(about), claims_on=tuple(sorted(claim.claims_on)))


def _event(event: Event) -> Event:
    facets = {name: tuple(map(_position, event.facets[name])) for name in sorted(event.facets)}
    return replace(
        event,
        documents=tuple(sorted(event.documents)),
        mentions=tuple(sorted(event.mentions)),
        facets={name: tuple(sorted(answers, key=lambda answer: answer.id)) for name, answers in facets.items()},
        figures={name: event.figures[name] for name in sorted(event.figures)},
    )


def _position(position: Position) -> Position:
    return replace(
        position,
        claims=tuple(sorted(position.claims, key=lambda support: (support.claim, support.stance))),
        contradicts=tuple(sorted(position.contradicts)),
        supersedes=tuple(sorted(position.supersedes)),
    )

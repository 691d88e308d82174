"""Two ledgers of the same articles, brought to the same document ids."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from corroborate.model.codec import decode
from corroborate.model.document import Document
from corroborate.model.ledger import Actor, Event, Ledger, Place

Named = TypeVar("Named", Actor, Place)

# What the contract lets a writer leave out of an actor or a position, and the records need.
ACTOR_DEFAULTS: dict[str, Any] = {"country": None, "member_of": []}
POSITION_DEFAULTS: dict[str, Any] = {"actor": None, "place": None, "quantity": None, "time": None}


def read_ledger(path: Path) -> Ledger:
    """The ledger of a JSON export or of one made by hand. MalformedRecordError or OSError where there is none."""
    return decode(json.dumps(completed(json.loads(path.read_text(encoding="utf-8-sig")))), Ledger)


def completed(raw: dict[str, Any]) -> dict[str, Any]:
    """The ledger with every field that a writer may leave out, and without fields of its own making."""
    whole: dict[str, Any] = {
        key: raw[key] for key in ("documents", "actors", "places", "claims", "events") if key in raw
    }
    whole["actors"] = [ACTOR_DEFAULTS | actor for actor in raw.get("actors", ())]
    whole["events"] = [event | {"facets": _facets(event.get("facets", {}))} for event in raw.get("events", ())]
    return whole


def _facets(facets: dict[str, Any]) -> dict[str, Any]:
    return {name: [POSITION_DEFAULTS | position for position in positions] for name, positions in facets.items()}


def same_documents(gold: Ledger, ours: Ledger) -> tuple[tuple[Document, Document], ...]:
    """Documents of the same text (but for blanks at its end), each once; of several, those of the same file name."""
    left = list(ours.documents)
    pairs = []
    for document in gold.documents:
        same = [other for other in left if other.text.rstrip() == document.text.rstrip()]
        if same:
            chosen = min(same, key=lambda other: other.name != document.name)
            left.remove(chosen)
            pairs.append((document, chosen))
    return tuple(pairs)


def in_gold_terms(gold: Ledger, ours: Ledger) -> Ledger:
    """Our ledger with gold's document ids, and without what it tells of documents that gold does not have."""
    ids = {other.id: document.id for document, other in same_documents(gold, ours)}
    documents = tuple(_document(each, ids) for each in ours.documents if each.id in ids)
    claims = tuple(replace(each, document=ids[each.document]) for each in ours.claims if each.document in ids)
    events = tuple(_event(event, ids) for event in ours.events if not ids.keys().isdisjoint(event.documents))
    return replace(
        ours,
        documents=documents,
        claims=claims,
        actors=tuple(_named(actor, ids) for actor in ours.actors),
        places=tuple(_named(place, ids) for place in ours.places),
        events=events,
    )


def _document(document: Document, ids: dict[str, str]) -> Document:
    lineage = tuple(
        replace(entry, source=replace(entry.source, document=ids.get(entry.source.document or "")))
        for entry in document.lineage
    )
    return replace(document, id=ids[document.id], lineage=lineage)


def _event(event: Event, ids: dict[str, str]) -> Event:
    documents = tuple(sorted(ids[document] for document in event.documents if document in ids))
    mentions = tuple(replace(each, document=ids[each.document]) for each in event.mentions if each.document in ids)
    return replace(event, documents=documents, mentions=mentions)


def _named(named: Named, ids: dict[str, str]) -> Named:
    mentions = tuple(replace(each, document=ids[each.document]) for each in named.mentions if each.document in ids)
    return replace(named, mentions=mentions)

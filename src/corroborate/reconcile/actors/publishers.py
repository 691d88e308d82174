"""What publishers of pages are besides outlets, and whose: a ministry with a page, the organ of a movement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast as typed

from corroborate.model.document import Document
from corroborate.model.ledger import Actor, ActorKind
from corroborate.names.fold import words
from corroborate.names.tables import NameTables
from corroborate.reconcile.actors.sides import BODIES, Cast, Key, side_of

# Kinds that may have an organ of their own.
_OWNERS = BODIES | {"armed-group", "organisation", "monitor", "coalition", "intergovernmental", "unknown"}
# Words behind which a name says whose or where a body is.
_TURNS = frozenset(("of", "for", "in", "at"))
_LEADING = frozenset(("the", "a", "an"))


def publisher_kind(name: str, tables: NameTables) -> ActorKind:
    """What the name of a page's publisher says that it is; an outlet where it says nothing.

    The first row of the table whose words stand in the name decides: press before clubs, clubs before offices.
    """
    found = words(name)
    kind = next((kind for telling, kind in tables.publishers.items() if standing(telling, found) >= 0), "media")
    return typed("ActorKind", kind)


def with_publishers(cast: Cast, groups: Sequence[Sequence[Key]], records: Sequence[Actor]) -> list[Actor]:
    """The records with publishers as what their names say, and as members of whom they belong to: as the head of
    their page says, else the state that a ministry or an army bears in its name.
    """
    records = [_as_named(cast, *pair) for pair in zip(groups, records, strict=True)]
    ids = {key: record.id for group, record in zip(groups, records, strict=True) for key in group}
    by_id = {record.id: record for record in records}
    found = []
    for group, record in zip(groups, records, strict=True):
        owner = None if record.member_of else _owner(cast, group, record, ids)
        loop = owner is None or owner == record.id or record.id in by_id[owner].member_of
        found.append(record if owner is None or loop else replace(record, member_of=(owner,)))
    return found


def _as_named(cast: Cast, group: Sequence[Key], record: Actor) -> Actor:
    published = record.kind == "media" and any(key[1] == -1 and key in cast.pages for key in group)
    return replace(record, kind=publisher_kind(record.name, cast.tables)) if published else record


def _owner(cast: Cast, group: Sequence[Key], record: Actor, ids: Mapping[Key, str]) -> str | None:
    if all(words(name) in cast.tables.imprints for name in (record.name, *record.aliases)):
        return _whose_page(cast, group, ids)
    pages = [key for key in group if key[1] == -1 and key in cast.pages]
    for key in pages:
        for phrase in imprints(cast.readings[key[0]].document, cast.tables):
            owner = _so_called(cast, phrase, ids)
            if owner is not None:
                return owner
    if record.kind not in BODIES or not pages:
        return None
    nations = frozenset().union(*(side_of(cast, key, frozenset()).nations for key in pages))
    states = {
        ids[key] for key in ids if key[1] >= 0 and cast.local(key).kind == "state" and _of_one(cast, key, nations)
    }
    return states.pop() if len(states) == 1 else None


def _whose_page(cast: Cast, group: Sequence[Key], ids: Mapping[Key, str]) -> str | None:
    """The only body on whose page "the press service" speaks; outlets that quote it may tell of it too."""
    pages = {key: cast.pages[key] for key in ((at, -1) for at, _ in group) if key in cast.pages}
    bodies = {ids[key] for key, page in pages.items() if publisher_kind(page.name, cast.tables) in _OWNERS}
    return bodies.pop() if len(bodies) == 1 else None


def _of_one(cast: Cast, key: Key, nations: frozenset[str]) -> bool:
    return bool(side_of(cast, key, frozenset()).nations & nations)


def imprints(document: Document, tables: NameTables) -> Iterator[tuple[str, ...]]:
    """The words behind "organ of", "news-sheet of" and the like, in what a page says of itself."""
    for item in document.furniture:
        if item.kind == "about":
            for sentence in document.text[item.start : item.end].replace("(", ".").split("."):
                found = words(sentence)
                for imprint in sorted(tables.imprints):
                    at = standing((*imprint, "of"), found)
                    if at >= 0:
                        yield tuple(word for word in found[at + len(imprint) + 1 :] if word not in _LEADING)


def _so_called(cast: Cast, phrase: tuple[str, ...], ids: Mapping[Key, str]) -> str | None:
    """The actor whose name has most of a phrase's words and the one that says what it is; None where two have."""
    heads = {word for word, turn in pairwise((*phrase, "of")) if turn in _TURNS}
    found: dict[str, int] = {}
    for key, actor in ids.items():
        if cast.local(key).kind in _OWNERS and key not in cast.pages:
            named = (cast.local(key).name, *(name.name for name in cast.named(key)))
            fits = [len(told) for name in named if (told := _plain(name)) <= set(phrase) and told & heads]
            found[actor] = max(found.get(actor, 0), *fits, 0)
    most = max(found.values(), default=0)
    best = [actor for actor, size in found.items() if size == most]
    return best[0] if most and len(best) == 1 else None


def _plain(name: str) -> set[str]:
    return set(words(name)) - _LEADING - _TURNS - {"and"}


def standing(run: tuple[str, ...], found: tuple[str, ...]) -> int:
    """Where a run of words stands in others; -1 where it does not."""
    size = len(run)
    return next((at for at in range(len(found) - size + 1) if found[at : at + size] == run), -1)

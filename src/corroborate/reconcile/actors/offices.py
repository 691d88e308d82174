"""Whom an office speaks for: "the interior minister" for the interior ministry of which the story tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.ledger import Actor
from corroborate.names.fold import words
from corroborate.names.parts import nation_stem
from corroborate.names.tables import NameTables
from corroborate.reconcile.actors.bodies import forms_of
from corroborate.reconcile.actors.publishers import standing
from corroborate.reconcile.actors.sides import BODIES, Cast, Key, Side, side_of

_STATE = "state"


@dataclass(frozen=True, slots=True)
class _Body:
    """A state or a body of one: what kinds of body its names say it is, and its nations."""

    actor: str
    forms: frozenset[str]
    nations: frozenset[str]


def office_body(phrase: str, tables: NameTables) -> str | None:
    """The kind of body for which a phrase's office speaks, by the first row of the table that fits; None for none.

    "the deputy interior minister" gives "interior ministry", "a former minister" None.
    """
    found = words(phrase)
    return next((body or None for office, body in tables.offices.items() if standing(office, found) >= 0), None)


def with_offices(cast: Cast, groups: Sequence[Sequence[Key]], records: Sequence[Actor]) -> list[Actor]:
    """The records with office holders as members of the only body of the story that they may speak for.

    Only who belongs to nobody by what the texts say is put anywhere; a nation in the words must be the body's.
    """
    bodies = [
        _body(cast, group, record) for group, record in zip(groups, records, strict=True) if record.kind in BODIES
    ]
    found = []
    for group, record in zip(groups, records, strict=True):
        holds = record.kind in ("person", "role") and not record.member_of
        body = _of_office(cast, group, bodies) if holds else None
        found.append(record if body is None else replace(record, member_of=(body,)))
    return found


def _body(cast: Cast, group: Sequence[Key], record: Actor) -> _Body:
    sides = [side_of(cast, key, frozenset()) for key in group]
    side = _together(sides)
    forms = frozenset((_STATE,)) if record.kind == "state" else forms_of(side, cast)
    return _Body(record.id, forms, side.nations)


def _together(sides: Sequence[Side]) -> Side:
    whole = sides[0]
    for side in sides[1:]:
        whole = whole.with_side(side)
    return whole


def _of_office(cast: Cast, group: Sequence[Key], bodies: Sequence[_Body]) -> str | None:
    phrases = sorted({name.text for key in group for name in cast.named(key)})
    for phrase in phrases:
        form = office_body(phrase, cast.tables)
        if form is not None:
            nations = _nations(phrase, cast.nations, cast.tables)
            return _only(form, nations, bodies) or (
                _only(_STATE, nations, bodies) if form.endswith("ministry") else None
            )
    return None


def _only(form: str, nations: frozenset[str], bodies: Sequence[_Body]) -> str | None:
    fits = [body.actor for body in bodies if form in body.forms and (not nations or nations & body.nations)]
    return fits[0] if len(fits) == 1 else None


def _nations(phrase: str, known: Mapping[str, str], tables: NameTables) -> frozenset[str]:
    stems = (nation_stem(word, tables) for word in phrase.split() if word[:1].isupper())
    return frozenset(known[stem] for stem in stems if stem in known)

"""A title for an event, made of what its accounts share."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.ledger import Position
from corroborate.reconcile.events.find import Cluster
from corroborate.reconcile.events.telling import Ground
from corroborate.reconcile.words import COUNTS, DETERMINERS, LABELS, NO_TARGETS, NO_TITLE

# A target of more words than this is no title.
_LONGEST_TARGET = 6
# Kinds of actors that are people rather than bodies: their names are common nouns, and they stand behind "of".
_PEOPLE = frozenset(("person", "population", "role"))
# Actors of these kinds that bear no name say nothing in a title: "by command".
_UNNAMED = frozenset(("role", "unknown", "population"))


@dataclass(frozen=True, slots=True)
class TitleForm:
    """How a kind of event is told in a title: its words, what joins a thing or people to them (None: no target stands
    there), and whether its doer may.
    """

    words: str
    thing: str | None
    people: str | None
    by: bool


TitleForms = Mapping[str, TitleForm]


def load_title_forms(read: Callable[[str], str]) -> TitleForms:
    """The table; `read` gives the text of a file below corroborate/data by its relative name."""
    return {
        row["family"]: TitleForm(row["words"], row["thing"] or None, row["people"] or None, row["by"] == "yes")
        for row in csv.DictReader(read("lexicons/titles.csv").splitlines())
    }


def title_of(ground: Ground, cluster: Cluster, facets: Mapping[str, Sequence[Position]], forms: TitleForms) -> str:
    """What it was, against what or by whom, and where: "Air strike on the market, Lemde" - no judgement.

    The attacker stands in it only where no target is told and nobody denies or rivals it; a place only where the
    target does not name it.
    """
    form = forms[cluster.telling.family]
    detail = _target(ground, form, facets.get("target", ())) or _doer(ground, form, facets.get("attacker", ()))
    where = [name for name in _where(ground, cluster) if name.casefold() not in detail.casefold()]
    place = f", {' and '.join(where)}" if where else ""
    lead, words = ("Total: ", form.words.lower()) if cluster.telling.aggregate else ("", form.words)
    return f"{lead}{words}{detail}{place}"


def _where(ground: Ground, cluster: Cluster) -> list[str]:
    """Up to two places: the spots that most mentions name, else the finest areas."""
    slots, places = cluster.telling.slots, ground.story.places
    spots = sorted(slots.spots, key=lambda place: (-len(places.by_id[place].mentions), place))
    areas = sorted(slots.areas, key=lambda place: (places.by_id[place].precision or 9, place))
    return [places.by_id[place].name for place in (spots or areas)[:2]]


def _target(ground: Ground, form: TitleForm, targets: Sequence[Position]) -> str:
    """The target that most stand behind, of those that a title can bear: " on the market"."""
    told = [
        item
        for item in targets
        if item.independent_lines and not item.negative and _names_it(item) and not _disputed(item)
    ]
    fitting = [(item, join) for item in told if (join := _join(ground, form, item)) is not None]
    if not fitting:
        return ""
    lead, join = max(fitting, key=lambda pair: (pair[0].independent_lines, len(pair[0].claims), pair[0].value))
    return f" {join} {_inside(lead.value)}"


def _disputed(target: Position) -> bool:
    """Whether somebody denies that it was hit. A place stays: where it was is seldom what is denied."""
    return target.place is None and any(support.stance == "denies" for support in target.claims)


def _join(ground: Ground, form: TitleForm, target: Position) -> str | None:
    kind = ground.story.actors.by_id[target.actor].kind if target.actor is not None else None
    return form.people if kind in _PEOPLE else form.thing


def _names_it(target: Position) -> bool:
    """Whether it says outside its sentence what was hit: no "them", "our clinic", "two times", and no label."""
    words = target.value.lower().split()
    return (
        0 < len(words) <= _LONGEST_TARGET
        and not LABELS.intersection(words)
        and words[0] not in NO_TITLE
        and not (words[0][0].isdigit() and not words[0].isdigit())
        and any(_tells(word) for word in words)
    )


def _tells(word: str) -> bool:
    return not (word in DETERMINERS or word in COUNTS or word in NO_TARGETS or word.isdigit())


def _inside(value: str) -> str:
    """A target as it stands inside a sentence: "Three villages" as "three villages"."""
    first, _, rest = value.partition(" ")
    common = first.lower() in DETERMINERS or first.lower() in COUNTS
    return f"{first.lower()} {rest}" if common and rest else value


def _doer(ground: Ground, form: TitleForm, attackers: Sequence[Position]) -> str:
    """The only attacker that anybody names, if it bears a name and nobody denies it."""
    if not form.by:
        return ""
    named = list(_asserted(attackers))
    denied = any(support.stance != "asserts" for item in named for support in item.claims)
    if len(named) != 1 or denied:
        return ""
    actor = ground.story.actors.by_id[named[0].actor or ""]
    bears_name = actor.kind not in _UNNAMED and any(letter.isupper() for letter in actor.name)
    return f" by {actor.name}" if bears_name else ""


def _asserted(attackers: Sequence[Position]) -> Iterator[Position]:
    return (item for item in attackers if item.actor is not None and not item.negative)

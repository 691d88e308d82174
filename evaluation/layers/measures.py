"""All measures of a reading, in the order of the table, and for which record sets each is taken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import starmap

from evaluation.kinds import Score, added
from evaluation.layers import attributions, claims, entities, events, places, templates, values
from evaluation.layers.records import Record
from evaluation.score import Rates, rates

Pair = tuple[Record, Record]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's layer and name in the table, and the function whose docstring says what it counts."""

    layer: str
    name: str
    count: Callable[[Record, Record], Score]

    @property
    def says(self) -> str:
        return " ".join((self.count.__doc__ or "").split())


@dataclass(frozen=True, slots=True)
class Measured:
    """One set's score on one measure. `says` tells what it counts."""

    layer: str
    name: str
    score: Score
    says: str


def furniture_found(gold: Record, ours: Record) -> Rates:
    """Letters and digits that are furniture on both sides."""
    return rates(len(gold.furniture & ours.furniture), ours=len(ours.furniture), gold=len(gold.furniture))


# What a record of gold must have for a layer to be measured; one such record in a set is enough.
LAYERS: dict[str, Callable[[Record], bool]] = {
    "furniture": lambda gold: bool(gold.furniture),
    "attribution": lambda gold: any(each.reported for each in gold.attributions),
    "claims": lambda gold: any(each.stance for each in gold.attributions),
    "figures": lambda gold: any(each.figures for each in gold.attributions),
    "entities": lambda gold: bool(entities.classed(gold)),
    "kinds": lambda gold: any(each.kind in entities.OWN_KINDS for each in entities.classed(gold)),
    "coreference": lambda gold: any(each.chain for each in entities.classed(gold)),
    "times": lambda gold: bool(gold.times),
    "quantities": lambda gold: bool(gold.quantities),
    "events": lambda gold: bool(gold.events),
    "types": lambda gold: any(events.plover_type(each) in events.plover_types() for each in gold.events),
    "arguments": lambda gold: any(each.arguments for each in gold.events),
    "reality": lambda gold: any(each.reality for each in gold.events),
    "places": lambda gold: bool(gold.places),
    "templates": lambda gold: bool(gold.fillings),
}

MEASURES: tuple[Measure, ...] = (
    Measure("furniture", "characters", furniture_found),
    Measure("attribution", "source exact", attributions.source_exact),
    Measure("attribution", "source overlap", attributions.source_shared),
    Measure("attribution", "cue exact", attributions.cue_exact),
    Measure("attribution", "cue overlap", attributions.cue_shared),
    Measure("attribution", "content exact", attributions.content_exact),
    Measure("attribution", "content overlap", attributions.content_shared),
    Measure("attribution", "whole", attributions.whole_attribution),
    Measure("claims", "found", claims.claims_found),
    Measure("claims", "stance of found", claims.stances),
    Measure("claims", "certainty of found", claims.certainties),
    Measure("claims", "quotation of found", claims.quotations),
    Measure("figures", "number and group", claims.figures_by_number),
    Measure("figures", "with question and event mention", claims.figures_in_full),
    Measure("entities", "exact", entities.spans_exact),
    Measure("entities", "overlap", entities.spans_shared),
    Measure("entities", "class, exact", entities.classes_exact),
    Measure("entities", "class, half", entities.classes_half),
    Measure("kinds", "kind of found", entities.kinds_right),
    Measure("coreference", "CoNLL, exact mentions", entities.chains_exact),
    Measure("coreference", "CoNLL, half mentions", entities.chains_half),
    Measure("times", "exact", values.times_exact),
    Measure("times", "overlap", values.times_shared),
    Measure("times", "days", values.times_dated),
    Measure("times", "days named", values.times_named),
    Measure("quantities", "exact", values.quantities_exact),
    Measure("quantities", "overlap", values.quantities_shared),
    Measure("quantities", "number", values.quantities_read),
    Measure("events", "trigger", events.triggers_found),
    Measure("types", "trigger and type", events.types_found),
    Measure("arguments", "role and filler", events.arguments_found),
    Measure("reality", "reality of found", events.realities_right),
    Measure("places", "found", places.toponyms_found),
    Measure("places", "within 161 km, of all", places.within_161_km),
    Measure("places", "within 161 km, of resolved", places.within_161_km_of_resolved),
    Measure("places", "names given: within 161 km", places.given_within_161_km),
    Measure("places", "names given: within 161 km, of resolved", places.given_within_161_km_of_resolved),
    Measure("templates", "perpetrator organisations", templates.perpetrator_organisations),
    Measure("templates", "targets", templates.targets),
    Measure("templates", "victims", templates.victims),
)


def measured(pairs: Sequence[Pair]) -> tuple[Measured, ...]:
    """The scores of a record set, pooled over its records, on the layers that its gold has."""
    layers = {layer for layer, has in LAYERS.items() if any(has(gold) for gold, _ in pairs)}
    return tuple(
        Measured(measure.layer, measure.name, pooled(list(starmap(measure.count, pairs))), measure.says)
        for measure in MEASURES
        if measure.layer in layers
    )


def pooled(scores: Sequence[Score]) -> Score:
    """The scores of one measure added up."""
    return reduce(added, scores)

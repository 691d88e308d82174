"""Whether a ledger keeps the contract: its schema, and every rule that a schema cannot say."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from corroborate.export.checks import claims, counts, events, names, positions, references, spans, times
from corroborate.export.checks.index import Fault, Index, build_index
from corroborate.export.checks.schema import schema_faults
from corroborate.model.codec import MalformedRecordError, decode
from corroborate.model.ledger import Ledger

# More findings of one rule than this are counted, not listed: a broken writer breaks every record alike.
MOST_OF_ONE_RULE = 200


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A rule that a record breaks, with one sentence that says how."""

    rule: str
    record: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name and the function that yields its faults; what the rule says is the function's docstring."""

    name: str
    find: Callable[[Index], Iterator[Fault]]

    @property
    def says(self) -> str:
        return (self.find.__doc__ or "").strip()


RULES = (
    Rule("exact-words", spans.exact_words),
    Rule("whole-spans", spans.whole_spans),
    Rule("furniture-apart", spans.furniture_apart),
    Rule("nothing-from-furniture", spans.nothing_from_furniture),
    Rule("lineage-shares", spans.lineage_shares),
    Rule("unique-ids", references.unique_ids),
    Rule("references-resolve", references.references_resolve),
    Rule("claims-and-answers-agree", references.claims_and_answers_agree),
    Rule("whole-abouts", references.whole_abouts),
    Rule("documents-of-events", references.documents_of_events),
    Rule("no-circles", references.no_circles),
    Rule("aliases-are-names", names.aliases_are_names),
    Rule("aliases-are-met", names.aliases_are_met),
    Rule("one-claim-once", claims.one_claim_once),
    Rule("negator-in-words", claims.negator_in_words),
    Rule("own-voice", claims.own_voice),
    Rule("chain-begins-with-speaker", claims.chain_begins_with_speaker),
    Rule("chain-begins-with-claimant", claims.chain_begins_with_claimant),
    Rule("chain-ends-with-page", claims.chain_ends_with_page),
    Rule("repeats-inside-page", claims.repeats_inside_page),
    Rule("judged-claims", claims.judged_claims),
    Rule("speaker-certainty", claims.speaker_certainty),
    Rule("figure-in-words", positions.figure_in_words),
    Rule("actor-in-words", positions.actor_in_words),
    Rule("answers-given", positions.answers_given),
    Rule("quantity-bounds", positions.quantity_bounds),
    Rule("origins-counted", counts.origins_counted),
    Rule("lines-within-origins", counts.lines_within_origins),
    Rule("merges-explained", counts.merges_explained),
    Rule("one-party-one-line", counts.one_party_one_line),
    Rule("rivals-mutual", positions.rivals_mutual),
    Rule("kin-in-facet", positions.kin_in_facet),
    Rule("grade-holds", counts.grade_holds),
    Rule("figures-from-answers", events.figures_from_answers),
    Rule("figures-present", events.figures_present),
    Rule("interval-order", times.interval_order),
    Rule("interval-precision", times.interval_precision),
    Rule("published-basis", times.published_basis),
    Rule("status-from-answers", events.status_from_answers),
    Rule("event-grade", events.event_grade),
    Rule("codebook-terms", events.codebook_terms),
    Rule("on-the-map", events.on_the_map),
)


def check_ledger(raw: object) -> tuple[Finding, ...]:
    """What is wrong with a ledger in the contract's JSON form; empty where it keeps every rule.

    A ledger that breaks the schema is checked no further: the other rules rely on its shape.
    """
    broken = tuple(_capped("schema", schema_faults(raw)))
    if broken or not isinstance(raw, dict):
        return broken
    findings = list(_capped("nothing-empty", _empty_faults(raw)))
    try:
        index = build_index(decode(json.dumps(_completed(raw)), Ledger))
    except MalformedRecordError as error:
        return (*findings, Finding("schema", "ledger", f"{error}"))
    for rule in RULES:
        findings += _capped(rule.name, rule.find(index))
    return tuple(findings)


def _capped(rule: str, faults: Iterator[Fault]) -> Iterator[Finding]:
    total = 0
    for total, (record, message) in enumerate(faults, start=1):
        if total <= MOST_OF_ONE_RULE:
            yield Finding(rule, record, message)
    if total > MOST_OF_ONE_RULE:
        yield Finding(rule, "ledger", f"{total - MOST_OF_ONE_RULE} more findings of this rule are not listed")


def _empty_faults(value: Any, record: str = "ledger", field: str = "ledger") -> Iterator[Fault]:
    """Unknown is null, never an empty string; optional fields are left out when empty. A text may be empty."""
    if isinstance(value, dict):
        record = value["id"] if isinstance(value.get("id"), str) else record
        for name, inner in value.items():
            if name in ("claims_on", "supersedes", "published_interval") and not inner:
                yield record, f"{name} is empty: it is left out then"
            yield from _empty_faults(inner, record, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _empty_faults(inner, record, field)
    elif value == "" and field != "text":
        yield record, f"{field} is an empty string: unknown is null"


# Fields of a position that the schema lets a writer leave out and the records need.
POSITION_OPTIONAL = ("actor", "place", "quantity", "time")


def _completed(raw: dict[str, Any]) -> dict[str, Any]:
    """The ledger with null for the fields that other writers may leave out, and without what only its writer knows."""
    whole = {key: raw[key] for key in ("format", "generated", "documents", "actors", "places", "claims", "events")}
    whole["actors"] = [{"country": None, "member_of": [], **actor} for actor in raw["actors"]]
    whole["events"] = [{**event, "facets": _completed_facets(event["facets"])} for event in raw["events"]]
    return whole


def _completed_facets(facets: dict[str, Any]) -> dict[str, Any]:
    blank = dict.fromkeys(POSITION_OPTIONAL)
    return {name: [{**blank, **position} for position in positions] for name, positions in facets.items()}

"""The worked example keeps every rule; broken in one way, it breaks the rule that names that way."""

import copy
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corroborate.export.check import MOST_OF_ONE_RULE, RULES, check_ledger

EXAMPLE = json.loads((Path(__file__).parent / "example" / "ledger.json").read_text(encoding="utf-8"))
Raw = dict[str, Any]


def at(raw: Raw, record: str) -> Raw:
    """The record with this id; of an event also its positions."""
    for kind in ("documents", "actors", "places", "claims", "events"):
        for item in raw[kind]:
            if item["id"] == record:
                return item
            for positions in item.get("facets", {}).values():
                for position in positions:
                    if position["id"] == record:
                        return position
    raise KeyError(record)


def change(record: str, **fields: Any) -> Callable[[Raw], None]:
    """A mutation that sets fields of one record; `a__b` reaches into it, a number into a list."""

    def mutate(raw: Raw) -> None:
        for path, value in fields.items():
            *steps, last = [int(step) if step.isdigit() else step for step in path.split("__")]
            target: Any = at(raw, record)
            for step in steps:
                target = target[step]
            target[last] = value

    return mutate


def append(kind: str, record: str, **fields: Any) -> Callable[[Raw], None]:
    """A mutation that adds a changed copy of a record."""

    def mutate(raw: Raw) -> None:
        raw[kind].append({**copy.deepcopy(at(raw, record)), **fields})

    return mutate


def inside_the_counter(raw: Raw) -> None:
    claim = at(raw, "claim-three-war")
    claim.update(start=895, end=904, text="214 views")


def twice_on_an_answer(raw: Raw) -> None:
    position = at(raw, "pos-bridge-attacker-open")
    position["claims"].append({"claim": "claim-two-who", "stance": "doubts"})


# rule -> mutations of the example that break it
MUTATIONS: list[tuple[str, Callable[[Raw], None]]] = [
    ("schema", change("claim-one-toll", stance="thinks")),
    ("schema", change("pos-market-time-tuesday", independent_lines=-1)),
    ("schema", lambda raw: raw.pop("claims")),
    ("nothing-empty", change("doc-two", byline="")),
    ("nothing-empty", change("claim-one-toll", claims_on=[])),
    ("exact-words", change("claim-one-toll", text="killing at least seven persons")),
    ("exact-words", change("claim-one-toll", cue__text="says")),
    ("exact-words", change("claim-one-toll", claimant__text="a director")),
    ("exact-words", change("claim-one-toll", chain__1__end=99999)),
    ("exact-words", change("doc-one", furniture__0__text="The Eastgate")),
    ("exact-words", change("doc-one", lineage__1__start=900, lineage__1__end=800)),
    ("exact-words", change("actor-column", mentions__0__text="Orvani Column")),
    ("exact-words", change("place-lemde", mentions__0__start=113)),
    ("exact-words", change("event-war", mentions__0__text="the war")),
    ("whole-spans", change("claim-one-toll", claimant__text=None)),
    ("whole-spans", change("claim-one-toll", chain__1__end=None)),
    ("whole-spans", change("doc-one", lineage__0__end=None)),
    ("furniture-apart", change("doc-one", furniture__1__start=50, furniture__1__text=None)),
    ("nothing-from-furniture", inside_the_counter),
    ("nothing-from-furniture", change("doc-two", furniture__0={"start": 81, "end": 300, "kind": "promotion"})),
    ("lineage-shares", change("doc-one", lineage__0__share=0.5)),
    ("unique-ids", append("places", "place-lemde", id="actor-column")),
    ("unique-ids", change("pos-war-killed-over4000", id="claim-one-toll")),
    ("references-resolve", change("actor-army", member_of=["actor-nobody"])),
    ("references-resolve", change("claim-one-toll", claimant__actor="actor-nobody", chain__0__actor="actor-nobody")),
    ("references-resolve", change("event-war", part_of="event-none")),
    ("references-resolve", change("event-war", places=["place-none"])),
    ("references-resolve", change("pos-market-killed-children4", part_of="pos-none")),
    ("references-resolve", change("claim-three-refused", claims_on=["claim-none"])),
    ("references-resolve", change("doc-one", lineage__1__source__document="doc-none")),
    ("references-resolve", change("pos-market-attacker-airforce", place="place-none")),
    ("claims-and-answers-agree", change("claim-three-war", about=[])),
    ("claims-and-answers-agree", change("claim-three-war", about__0__facet="injured")),
    ("claims-and-answers-agree", change("pos-market-weapon-jets", claims__1__claim="claim-one-title")),
    ("whole-abouts", change("claim-three-inquiry-vorn", about__0__facet="what")),
    ("documents-of-events", change("event-war", documents=["doc-three", "doc-one"])),
    ("no-circles", change("event-war", part_of="event-war")),
    ("no-circles", change("actor-kestria", member_of=["actor-army"])),
    ("no-circles", change("pos-market-killed-atleast7", part_of="pos-market-killed-children4")),
    ("aliases-are-names", change("actor-column", aliases=["The column"])),
    ("aliases-are-names", change("actor-tarrel", aliases=["He"])),
    ("aliases-are-names", change("actor-column", aliases=["Urwani\u00a0Column"])),
    ("aliases-are-met", change("actor-column", aliases=["Urwani Front"])),
    ("one-claim-once", append("claims", "claim-three-war", id="claim-three-war-again")),
    ("negator-in-words", change("claim-one-holds", stance="denies")),
    ("negator-in-words", change("claim-two-denied", start=436, text="that any aircraft had flown over the bridge")),
    ("own-voice", change("claim-one-toll", quotation="own-voice")),
    ("own-voice", change("claim-one-holds", quotation="indirect")),
    ("chain-begins-with-speaker", change("claim-one-toll", chain__0__role="channel")),
    ("chain-begins-with-speaker", change("claim-one-holds", chain__0__role="origin")),
    ("chain-begins-with-speaker", change("claim-one-toll", chain__1__role="origin")),
    ("chain-begins-with-claimant", change("claim-one-toll", chain__0__actor="actor-vorn")),
    ("chain-ends-with-page", change("claim-one-toll", chain__2__role="agency")),
    ("chain-ends-with-page", change("claim-one-toll", chain__2={"name": "X", "actor": None, "role": "outlet"})),
    ("repeats-inside-page", change("claim-one-title", repeats="claim-one-title")),
    ("repeats-inside-page", change("claim-one-title", repeats="claim-two-fired")),
    ("repeats-inside-page", change("claim-one-title", repeats="claim-one-title-toll")),
    ("judged-claims", change("claim-one-verify", claims_on=["claim-one-verify"])),
    ("speaker-certainty", change("claim-two-who", certainty="certain")),
    ("speaker-certainty", change("claim-three-first", certainty="certain")),
    ("figure-in-words", change("pos-market-killed-from9to12", quantity__max=13)),
    ("figure-in-words", change("pos-war-killed-over4000", quantity__min=4)),
    ("figure-in-words", change("pos-market-weapon-bombs2", quantity__min=3, quantity__max=3)),
    ("actor-in-words", change("pos-evacuation-place-lemde", actor="actor-daskal")),
    ("quantity-bounds", change("pos-market-killed-atleast7", quantity__max=7)),
    ("quantity-bounds", change("pos-market-killed-exactly9", quantity__max=None)),
    ("quantity-bounds", change("pos-market-killed-exactly9", quantity__max=12)),
    ("quantity-bounds", change("pos-market-killed-from9to12", quantity__min=12, quantity__max=9)),
    ("quantity-bounds", change("pos-market-killed-children4", quantity__group="kids")),
    ("origins-counted", change("pos-market-attacker-airforce", origins=4)),
    ("origins-counted", change("pos-market-attacker-airforce", origins=2)),
    ("lines-within-origins", change("pos-market-place-lemde", independent_lines=4)),
    ("lines-within-origins", change("pos-market-what-first", independent_lines=0)),
    ("merges-explained", change("pos-market-target-store", collapsed=[])),
    ("one-party-one-line", change("actor-marun", member_of=["actor-residents"])),
    ("rivals-mutual", change("pos-market-target-market", contradicts=[])),
    ("rivals-mutual", change("pos-market-target-market", contradicts=["pos-bridge-what-strike"])),
    ("rivals-mutual", change("pos-market-place-lemde", contradicts=["pos-market-place-lemde"])),
    ("kin-in-facet", change("pos-bridge-injured-fighters2", part_of="pos-market-killed-exactly9")),
    ("kin-in-facet", change("pos-bridge-injured-fighters2", supersedes=["pos-market-killed-exactly9"])),
    ("grade-holds", change("pos-market-place-lemde", grade="single-source")),
    ("grade-holds", change("pos-market-weapon-jets", grade="corroborated")),
    ("grade-holds", change("pos-market-killed-only2", grade="single-source")),
    ("grade-holds", change("pos-bridge-what-strike", grade="contested")),
    ("grade-holds", change("pos-market-weapon-jets", grade="denied")),
    ("grade-holds", change("pos-market-weapon-bombs2", grade="single-source")),
    ("grade-holds", change("pos-bridge-target-checkpoint", actor="actor-army", grade="admitted")),
    ("figures-from-answers", change("event-market", figures__killed__low=3)),
    ("figures-from-answers", change("event-market", figures__killed__high=None)),
    ("figures-from-answers", change("event-market", figures__killed__best=8)),
    ("figures-from-answers", change("event-evacuation", figures={"killed": {"low": 1, "high": 1, "best": 1}})),
    ("figures-from-answers", change("event-market", figures__killed__low=9)),
    ("figures-present", change("event-war", figures={})),
    ("interval-order", change("event-market", time__earliest="2019-05-15")),
    ("interval-order", change("pos-market-time-tuesday", time__latest="2019-05-32")),
    ("interval-precision", change("event-market", time__earliest="2019-05-08")),
    ("published-basis", change("doc-one", published_basis="unknown")),
    ("published-basis", change("doc-two", published=None)),
    ("published-basis", change("doc-one", published="2019-02-30")),
    ("status-from-answers", change("event-bridge", status="declared")),
    ("status-from-answers", change("event-market", status="unknown")),
    ("status-from-answers", change("event-evacuation", status="alleged")),
    ("status-from-answers", change("event-evacuation", status="contested")),
    ("event-grade", change("event-war", grade="weak")),
    ("event-grade", change("event-evacuation", status="unknown", grade="weak")),
    ("event-grade", change("event-bridge", reasons=[])),
    ("answers-given", change("pos-bridge-damage-notbridge", claims__0__stance="denies")),
    ("answers-given", twice_on_an_answer),
    ("codebook-terms", change("event-market", kind__plover_mode="submarine")),
    ("codebook-terms", change("event-market", kind__acled="Battles")),
    ("codebook-terms", change("event-war", kind__plover="WAR")),
    ("on-the-map", change("place-lemde", latitude=91.0, longitude=10.0)),
    ("on-the-map", change("place-lemde", latitude=10.0)),
    ("on-the-map", change("place-lemde", country="Kestria")),
]  # fmt: skip

# A mutation may break these besides its own rule: they say the same thing from another side.
KIN = {
    "claims-and-answers-agree": {"documents-of-events", "origins-counted", "answers-given"},
    "chain-ends-with-page": {"chain-begins-with-speaker"},
    "figure-in-words": {"figures-from-answers"},
    "aliases-are-names": {"aliases-are-met"},
    "unique-ids": {"references-resolve", "claims-and-answers-agree", "figures-from-answers", "figures-present"},
    "nothing-from-furniture": {"figure-in-words", "furniture-apart", "lineage-shares", "exact-words"},
    "furniture-apart": {"lineage-shares", "nothing-from-furniture"},
    "references-resolve": {"claims-and-answers-agree", "origins-counted", "actor-in-words", "figures-from-answers"},
    "chain-begins-with-claimant": {"origins-counted", "one-party-one-line"},
    "own-voice": {"chain-begins-with-speaker"},
    "quantity-bounds": {"figures-from-answers", "figure-in-words"},
    "no-circles": {"one-party-one-line", "figures-from-answers", "grade-holds"},
    "rivals-mutual": {"grade-holds"},
    "repeats-inside-page": {"origins-counted"},
    "lines-within-origins": {"merges-explained", "one-party-one-line"},
    "one-claim-once": {"claims-and-answers-agree"},
    "origins-counted": {"merges-explained"},
    "grade-holds": {"actor-in-words", "status-from-answers"},
    "event-grade": {"status-from-answers"},
    "answers-given": {"origins-counted", "grade-holds", "lines-within-origins"},
    "kin-in-facet": {"figures-from-answers", "figures-present"},
    "exact-words": {"lineage-shares", "furniture-apart"},
}


def test_the_worked_example_keeps_every_rule() -> None:
    assert check_ledger(EXAMPLE) == ()


@pytest.mark.parametrize(("rule", "mutate"), MUTATIONS, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(MUTATIONS)])
def test_a_broken_rule_is_found(rule: str, mutate: Callable[[Raw], None]) -> None:
    raw = copy.deepcopy(EXAMPLE)
    mutate(raw)
    found = {finding.rule for finding in check_ledger(raw)}
    assert rule in found
    assert found <= {rule} | KIN.get(rule, set())


def test_every_rule_has_a_mutation_that_breaks_it() -> None:
    assert {rule for rule, _ in MUTATIONS} == {rule.name for rule in RULES} | {"schema", "nothing-empty"}


def test_every_rule_says_in_words_what_it_asks() -> None:
    assert all(rule.says.split("\n")[0].endswith(".") for rule in RULES)


def test_a_finding_names_the_record_and_says_what_is_wrong_with_it() -> None:
    raw = copy.deepcopy(EXAMPLE)
    at(raw, "pos-market-killed-from9to12")["quantity"]["max"] = 13
    first = next(finding for finding in check_ledger(raw) if finding.rule == "figure-in-words")
    assert first.record == "pos-market-killed-from9to12"
    assert "13" in first.message and "claim-two-range" in first.message


def test_an_abbreviation_that_spells_a_pronoun_is_a_name() -> None:
    raw = copy.deepcopy(EXAMPLE)
    at(raw, "actor-kestria")["aliases"] = ["US"]
    assert {finding.rule for finding in check_ledger(raw)} == {"aliases-are-met"}


def test_something_that_is_no_ledger_is_a_finding_and_not_a_crash() -> None:
    assert [finding.rule for finding in check_ledger([1, 2])] == ["schema"]


def test_many_findings_of_one_rule_are_counted_and_not_all_listed() -> None:
    raw = copy.deepcopy(EXAMPLE)
    at(raw, "actor-column")["aliases"] = [f"Front {number}" for number in range(MOST_OF_ONE_RULE + 25)]
    findings = [finding for finding in check_ledger(raw) if finding.rule == "aliases-are-met"]
    assert len(findings) == MOST_OF_ONE_RULE + 1
    assert findings[-1].message.startswith("25 more")


@pytest.mark.slow
def test_ten_thousand_claims_are_checked_in_seconds() -> None:
    raw = copy.deepcopy(EXAMPLE)
    for number in range(10_000 // len(EXAMPLE["claims"])):
        text = json.dumps(EXAMPLE)
        for kind in ("doc-", "actor-", "place-", "claim-", "event-", "pos-"):
            text = text.replace(f'"{kind}', f'"{kind}{number}-')
        copied = json.loads(text)
        for kind in ("documents", "actors", "places", "claims", "events"):
            raw[kind] += copied[kind]
    before = time.perf_counter()
    assert check_ledger(raw) == ()
    assert time.perf_counter() - before < 10  # about 3.5 s on an idle machine

"""Judgements in a ledger, under the real cross-document stages. S5 of the catalogue, with the ledger around it."""

import dataclasses
import random
import shutil
from pathlib import Path

import pytest
from saying import author, exported, keep_apart, merge_records, said, said_at_once, undo

from corroborate import store as ledger_store
from corroborate.adding import add, export_ledger, judge, judgements, settle
from corroborate.export.check import check_ledger
from corroborate.judging import making
from corroborate.model.codec import as_contract
from corroborate.model.grounded import GroundedReading
from corroborate.model.judgement import Judgement
from corroborate.model.ledger import Event, Ledger
from corroborate.model.problem import Problem
from corroborate.store import open_store
from corroborate.testing.staged import StagedWork, staged_work
from corroborate.testing.synthetic import SyntheticInput, synthetic_inputs

INPUTS = synthetic_inputs(8)
WORK = staged_work(INPUTS)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of eight articles in several stories."""
    path = tmp_path_factory.mktemp("filled") / "ledger.db"
    with open_store(path) as store:
        add(store, INPUTS, WORK)
    return path


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "ledger.db"))


def _two_events(found: Ledger) -> tuple[Event, Event]:
    """Two events of different documents."""
    first = found.events[0]
    return first, next(event for event in found.events if not set(event.documents) & set(first.documents))


def _stories(path: Path) -> dict[str, tuple[str, ...]]:
    with open_store(path, read_only=True) as store, store.transaction() as connection:
        return {story: ledger_store.members(connection, story) for story in ledger_store.stories(connection)}


def _judged(found: Ledger, judgement: Judgement) -> list[Event]:
    return [event for event in found.events if judgement.id in event.judgements]


def _codes(found: Ledger) -> list[str]:
    return [problem.code for problem in found.problems]


# --- events and stories


def test_events_of_two_stories_that_are_judged_one_join_the_stories(ledger: Path) -> None:
    first, second = _two_events(export_ledger(ledger, WORK))
    before = _stories(ledger)
    one = merge_records(first, second)
    (event,) = _judged(said(ledger, WORK, one), one)
    assert set(event.mentions) == {*first.mentions, *second.mentions}
    assert event.reasons[0].startswith("judged: one event (Anna, 2026-01-01): seen on the map")
    joined = [members for members in _stories(ledger).values() if {*first.documents, *second.documents} <= {*members}]
    assert len(joined) == 1
    assert len(_stories(ledger)) == len(before) - 1


def test_an_undone_merge_separates_the_stories_and_leaves_the_export_as_it_was(ledger: Path) -> None:
    before, stories = exported(ledger, WORK), _stories(ledger)
    one = merge_records(*_two_events(export_ledger(ledger, WORK)))
    said(ledger, WORK, one)
    assert exported(ledger, WORK) != before
    said(ledger, WORK, undo(one, 2))
    assert exported(ledger, WORK) == before
    assert _stories(ledger) == stories


def test_a_split_restores_the_events_and_says_so(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    first, second = _two_events(found)
    one, other = merge_records(first, second, at=1), keep_apart(first, second, at=2)
    after = said(ledger, WORK, one, other)
    assert [event.mentions for event in after.events] == [event.mentions for event in found.events]
    assert {event.id for event in _judged(after, other)} == {first.id, second.id}
    assert _codes(after) == ["judgement-overruled"]


def test_events_kept_apart_are_two_though_the_machine_would_join_them(ledger: Path) -> None:
    event = next(event for event in export_ledger(ledger, WORK).events if len(event.documents) > 1)
    out = [mention for mention in event.mentions if mention.document == event.documents[0]]
    rest = [mention for mention in event.mentions if mention.document != event.documents[0]]
    parted = making.apart("event", [out, rest], author(1))
    halves = _judged(said(ledger, WORK, parted), parted)
    assert {half.mentions for half in halves} == {tuple(out), tuple(rest)}


def test_one_mention_can_be_taken_out_of_an_event_of_one_document(ledger: Path) -> None:
    event = next(event for event in export_ledger(ledger, WORK).events if len(event.mentions) > 2)
    parted = making.apart("event", [event.mentions[:1], event.mentions[1:]], author(1))
    assert [len(half.mentions) for half in _judged(said(ledger, WORK, parted), parted)].count(1) == 1


def test_ids_of_merged_events_lead_to_the_merged_one_and_back_after_an_undo(ledger: Path) -> None:
    first, second = _two_events(export_ledger(ledger, WORK))
    one = merge_records(first, second)
    (event,) = _judged(said(ledger, WORK, one), one)
    gone = {first.id, second.id} - {event.id}

    def current(event_id: str) -> str | None:
        with open_store(ledger, read_only=True) as store, store.transaction() as connection:
            return ledger_store.current_id(connection, event_id)

    assert {current(each) for each in gone} == {event.id}
    said(ledger, WORK, undo(one, 2))
    assert [current(each) for each in (first.id, second.id)] == [first.id, second.id]


# --- actors and places


def test_actors_judged_one_are_one_record_and_one_line(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    first, second = [actor for actor in found.actors if actor.mentions][:2]
    one = merge_records(first, second)
    (actor,) = [actor for actor in said(ledger, WORK, one).actors if one.id in actor.judgements]
    assert set(actor.mentions) == {*first.mentions, *second.mentions}


def test_mentions_of_one_actor_inside_a_document_can_be_kept_apart(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    place = next(place for place in found.places if len({m.document for m in place.mentions}) == 1)
    parted = making.apart("place", [place.mentions[:1], place.mentions[1:]], author(1))
    halves = [place for place in said(ledger, WORK, parted).places if parted.id in place.judgements]
    assert sorted(len(half.mentions) for half in halves) == sorted([1, len(place.mentions) - 1])


def test_actors_of_several_stories_are_kept_apart_where_the_ledger_is_read(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    stories = {document: story for story, members in _stories(ledger).items() for document in members}
    actor = next(a for a in found.actors if len({stories[m.document] for m in a.mentions}) > 1)
    home = stories[actor.mentions[0].document]
    sides = [[m for m in actor.mentions if (stories[m.document] == home) == here] for here in (True, False)]
    parted = making.apart("actor", sides, author(1))
    halves = [a for a in said(ledger, WORK, parted).actors if parted.id in a.judgements]
    assert sorted(half.mentions for half in halves) == sorted(tuple(side) for side in sides)


# --- claims


def test_a_rejected_claim_stays_and_counts_for_nothing(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    claim = next(claim for claim in found.claims if any(about.position for about in claim.about))
    rejected = making.reject(claim, author(1))
    after = said(ledger, WORK, rejected)
    (kept,) = [each for each in after.claims if each.id == claim.id]
    assert (kept.rejected, kept.about, kept.text) == (rejected.id, (), claim.text)
    answers = [answer for event in after.events for answers in event.facets.values() for answer in answers]
    assert not any(support.claim == claim.id for answer in answers for support in answer.claims)


def test_a_rejected_claim_is_accepted_again_by_an_undo(ledger: Path) -> None:
    before = exported(ledger, WORK)
    rejected = making.reject(export_ledger(ledger, WORK).claims[0], author(1))
    said(ledger, WORK, rejected, undo(rejected, 2))
    assert exported(ledger, WORK) == before


def test_a_corrected_stance_acts_on_the_answers_and_the_claim_keeps_its_id(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    claim = next(c for c in found.claims if c.stance == "asserts" and any(about.position for about in c.about))
    corrected = making.correct("claim", claim, "stance", author(1), value="doubts")
    after = said(ledger, WORK, corrected)
    (kept,) = [each for each in after.claims if each.id == claim.id]
    assert (kept.stance, kept.read_as) == ("doubts", "asserts")
    answers = [answer for event in after.events for answers in event.facets.values() for answer in answers]
    stances = {support.stance for answer in answers for support in answer.claims if support.claim == claim.id}
    assert "asserts" not in stances
    again = making.reject(kept, author(2))  # a claim whose stance was corrected is still the one that was read
    (kept,) = [each for each in said(ledger, WORK, again).claims if each.id == claim.id]
    assert kept.rejected == again.id


def test_a_corrected_claimant_begins_the_way_of_the_claim(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    claim = next(claim for claim in found.claims if claim.claimant.start is not None)
    other = next(
        actor
        for actor in found.actors
        if actor.id != claim.claimant.actor and any(m.document == claim.document for m in actor.mentions)
    )
    corrected = making.correct("claim", claim, "claimant", author(1), value=other.name, target=other.mentions)
    (kept,) = [each for each in said(ledger, WORK, corrected).claims if each.id == claim.id]
    assert (kept.claimant.actor, kept.chain[0].actor, kept.chain[0].name) == (other.id, other.id, other.name)


# --- fields


@pytest.mark.parametrize(
    ("field", "value"), [("name", "The Column"), ("kind", "armed-group"), ("country", "SY")], ids=lambda word: word
)
def test_the_latest_correction_of_an_actor_s_field_counts(ledger: Path, field: str, value: str) -> None:
    actor = next(actor for actor in export_ledger(ledger, WORK).actors if actor.mentions)
    earlier = making.correct("actor", actor.mentions, field, author(1), value={"kind": "person"}.get(field, "XX"))
    later = making.correct("actor", actor.mentions, field, author(2), value=value)
    after = said(ledger, WORK, later, earlier)
    (kept,) = [each for each in after.actors if each.id == actor.id]
    assert (getattr(kept, field), kept.judgements) == (value, (later.id,))


def test_a_member_is_of_the_body_s_party_and_the_body_is_no_member_of_it(ledger: Path) -> None:
    first, second = [actor for actor in export_ledger(ledger, WORK).actors if actor.mentions][:2]
    one = making.correct("actor", first.mentions, "member_of", author(1), value=second.name, target=second.mentions)
    other = making.correct("actor", second.mentions, "member_of", author(2), value=first.name, target=first.mentions)
    after = {actor.id: actor for actor in said(ledger, WORK, one, other).actors}
    assert (after[second.id].member_of, after[first.id].member_of) == ((first.id,), ())


def test_an_event_s_time_title_and_kind_are_corrected(ledger: Path) -> None:
    event = export_ledger(ledger, WORK).events[0]
    after = said(
        ledger,
        WORK,
        making.correct("event", event.mentions, "time", author(1), value="2021-05-03..2021-05-04"),
        making.correct("event", event.mentions, "title", author(2), value="The night of the bridge"),
        making.correct("event", event.mentions, "plover", author(3), value="ASSAULT: aerial"),
    )
    (kept,) = [each for each in after.events if each.id == event.id]
    assert kept.title == "The night of the bridge"
    assert kept.time is not None
    assert (kept.time.earliest, kept.time.latest, kept.time.precision) == ("2021-05-03", "2021-05-04", 2)
    assert (kept.kind.plover, kept.kind.plover_mode, len(kept.judgements)) == ("ASSAULT", "aerial", 3)


def test_a_place_s_coordinates_are_corrected(ledger: Path) -> None:
    place = export_ledger(ledger, WORK).places[0]
    corrected = making.correct("place", place.mentions, "coordinates", author(1), value="34.1, 36.9")
    (kept,) = [each for each in said(ledger, WORK, corrected).places if each.id == place.id]
    assert (kept.latitude, kept.longitude, kept.basis) == (34.1, 36.9, "context")


# --- every export keeps the contract


def _many(found: Ledger, chance: random.Random) -> list[Judgement]:
    """Some judgements of every kind on records of a ledger."""
    made: list[Judgement] = []
    named = [actor for actor in found.actors if actor.mentions]
    for at in range(chance.randint(1, 6)):
        records = chance.choice([found.events, named, found.places])
        first, second = chance.sample(list(records), 2)
        match chance.randrange(5):
            case 0:
                made.append(merge_records(first, second, at=at))
            case 1:
                made.append(keep_apart(first, second, at=at))
            case 2:
                made.append(making.reject(chance.choice(found.claims), author(at)))
            case 3 if len(first.mentions) > 1:
                cut = chance.randrange(1, len(first.mentions))
                kind = merge_records(first, second).record or "event"
                made.append(making.apart(kind, [first.mentions[:cut], first.mentions[cut:]], author(at)))
            case _:
                if made:
                    made.append(undo(chance.choice(made), at + 30))
    return made


def _same_whatever_the_order(filled: Path, folder: Path, seeds: range) -> None:
    found = export_ledger(filled, WORK)
    before = exported(filled, WORK)
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311 - judgements, the same in every run
        made = _many(found, chance)
        outcomes = []
        for turn in range(2):
            path = Path(shutil.copy(filled, folder / f"{seed}-{turn}.db"))
            if turn:
                said(path, WORK, *made)
            else:
                said_at_once(path, WORK, chance.sample(made, len(made)))
            outcomes.append(exported(path, WORK))
        assert outcomes[0] == outcomes[1], f"seed {seed}"
        ledger = export_ledger(path, WORK)
        # The synthetic articles are copies of each other from all stories, whose shares overlap.
        findings = [found for found in check_ledger(as_contract(ledger)) if found.rule != "lineage-shares"]
        assert not findings, f"seed {seed}: {findings[:3]}"
        said_at_once(path, WORK, [undo(judgement, 90) for judgement in ledger.judgements])
        assert exported(path, WORK) == before, f"seed {seed}"
        for turn in range(2):
            (folder / f"{seed}-{turn}.db").unlink()


def test_any_order_of_judgements_gives_the_same_ledger_and_undoing_all_the_first(filled: Path, tmp_path: Path) -> None:
    _same_whatever_the_order(filled, tmp_path, range(12))


@pytest.mark.slow
def test_a_thousand_lots_of_judgements_in_random_order(filled: Path, tmp_path: Path) -> None:
    _same_whatever_the_order(filled, tmp_path, range(100, 1100))


# --- added articles, other readings, another ledger


def test_a_judgement_holds_for_what_is_added_later(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        add(store, INPUTS[:-1], WORK)
    first, second = _two_events(export_ledger(path, WORK))
    one = merge_records(first, second)
    said(path, WORK, one)
    with open_store(path) as store:
        add(store, INPUTS[-1:], WORK)
    grown = exported(path, WORK)
    with open_store(tmp_path / "whole.db") as store:
        add(store, INPUTS, WORK)
    said(tmp_path / "whole.db", WORK, one)
    assert exported(tmp_path / "whole.db", WORK) == grown


def test_a_judgement_on_an_article_that_is_not_there_waits_for_it(ledger: Path, tmp_path: Path) -> None:
    one = merge_records(*_two_events(export_ledger(ledger, WORK)))
    path = tmp_path / "new.db"
    assert _codes(said(path, WORK, one)) == ["judgement-waiting"]
    with open_store(path) as store:
        add(store, INPUTS, WORK)
    found = export_ledger(path, WORK)
    assert len(_judged(found, one)) == 1
    assert _codes(found) == []
    said(ledger, WORK, one)
    assert exported(path, WORK) == exported(ledger, WORK)


def _reread(inputs: tuple[SyntheticInput, ...], shift: int, *, version: int) -> StagedWork:
    """Work of a later version, which reads the events of every article `shift` characters longer."""
    readings = {item.reading.document.id: _longer(item.reading, shift) for item in inputs if item.reading}
    versions = dataclasses.replace(WORK.versions, reading=f"synthetic-read={version}")
    return StagedWork(readings, versions)


def _longer(reading: GroundedReading, shift: int) -> GroundedReading:
    if shift < 0:  # events are not read any more at all
        statements = tuple(dataclasses.replace(each, about=()) for each in reading.reading.statements)
        return dataclasses.replace(
            reading, reading=dataclasses.replace(reading.reading, events=(), statements=statements)
        )
    text = reading.document.text
    events = tuple(
        dataclasses.replace(
            event,
            span=dataclasses.replace(event.span, end=event.span.end + shift),
            text=text[event.span.start : event.span.end + shift],
        )
        for event in reading.reading.events
    )
    return dataclasses.replace(reading, reading=dataclasses.replace(reading.reading, events=events))


def test_a_judgement_survives_a_reading_with_other_ends_of_mentions(ledger: Path) -> None:
    first, second = _two_events(export_ledger(ledger, WORK))
    one = merge_records(first, second)
    said(ledger, WORK, one)
    later = _reread(INPUTS, 3, version=2)
    with open_store(ledger) as store:
        assert add(store, INPUTS[:1], later).reread == len(INPUTS)
    (event,) = _judged(export_ledger(ledger, later), one)
    assert {mention.document for mention in event.mentions} == {*first.documents, *second.documents}
    assert {(m.document, m.start) for m in event.mentions} >= {(m.document, m.start) for m in first.mentions}


def test_a_judgement_waits_while_its_words_are_not_read_and_comes_back_with_them(ledger: Path) -> None:
    one = merge_records(*_two_events(export_ledger(ledger, WORK)))
    before = said(ledger, WORK, one)
    with open_store(ledger) as store:
        add(store, INPUTS[:1], _reread(INPUTS, -1, version=2))
    assert "judgement-waiting" in _codes(export_ledger(ledger, WORK))
    assert [made.id for made in export_ledger(ledger, WORK).judgements] == [one.id]
    with open_store(ledger) as store:
        add(store, INPUTS[:1], _reread(INPUTS, 0, version=3))
    assert export_ledger(ledger, WORK) == before


# --- one transaction


def test_a_judgement_and_the_mark_of_its_stories_are_kept_together_or_not_at_all(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = merge_records(*_two_events(export_ledger(ledger, WORK)))
    before = exported(ledger, WORK)

    def broken(*_given: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as cut:
        cut.setattr(judgements, "mark_touched", broken)
        with open_store(ledger) as store, pytest.raises(RuntimeError, match="power cut"):
            judge(store, [one])
    assert exported(ledger, WORK) == before
    with open_store(ledger) as store:
        judge(store, [one])  # and nothing is settled before the program ends
    assert len(_judged(export_ledger(ledger, WORK), one)) == 1


def test_only_the_stories_that_a_judgement_touches_are_worked_out_again(ledger: Path) -> None:
    event = next(event for event in export_ledger(ledger, WORK).events if len(event.documents) > 1)
    one = making.correct("event", event.mentions, "title", author(1), value="The bridge")
    with open_store(ledger) as store:
        assert judge(store, [one]) == 1
        assert settle(store, WORK) == 1
        assert judge(store, [one]) == 0
        assert settle(store, WORK) == 0


def test_an_export_without_judgements_has_no_word_of_them(filled: Path) -> None:
    assert b"judgement" not in exported(filled, WORK)


def test_a_judgement_of_a_claim_whose_speaker_is_read_otherwise_waits(ledger: Path) -> None:
    found = export_ledger(ledger, WORK)
    claim = next(claim for claim in found.claims if claim.cue is not None)
    said(ledger, WORK, making.reject(claim, author(1)))
    readings = dict(WORK.readings)
    reading = readings[claim.document]
    statements = tuple(dataclasses.replace(each, stance="predicts") for each in reading.reading.statements)
    readings[claim.document] = dataclasses.replace(
        reading, reading=dataclasses.replace(reading.reading, statements=statements)
    )
    later = StagedWork(readings, dataclasses.replace(WORK.versions, reading="synthetic-read=2"))
    with open_store(ledger) as store:
        add(store, INPUTS[:1], later)
    after = export_ledger(ledger, later)
    assert not any(each.rejected for each in after.claims)
    assert isinstance(next(problem for problem in after.problems if problem.code == "judgement-waiting"), Problem)

"""`corroborate judge`: what it keeps, what it says, and every mistake in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from corroborate.cli import backend
from corroborate.testing.staged import staged_work
from corroborate.testing.synthetic import synthetic_inputs

from .conftest import Corroborate, FileWork, Run

WHY = ("--why", "seen on the map", "--by", "Anna", "--when", "2026-01-01T10:00:00Z")


@pytest.fixture
def ledger(corroborate: Corroborate, articles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of six synthetic articles under the real cross-document stages."""
    work = FileWork(staged_work(synthetic_inputs(6)))
    monkeypatch.setattr(backend, "open_work", lambda: work)
    path = articles.parent / "my.db"
    corroborate("add", articles, "--ledger", path)
    return path


@pytest.fixture
def judge(corroborate: Corroborate, ledger: Path) -> Corroborate:
    return lambda *arguments: corroborate("judge", *arguments, "--ledger", ledger)


@pytest.fixture
def export(corroborate: Corroborate, ledger: Path) -> dict[str, Any]:
    return _export(corroborate, ledger)


def _export(corroborate: Corroborate, ledger: Path) -> dict[str, Any]:
    exported: dict[str, Any] = json.loads(corroborate("export", "--ledger", ledger).out)
    return exported


def _kept(ended: Run) -> str:
    assert (ended.code, ended.err) == (0, "")
    return ended.out.split()[0]


def test_merged_events_are_one_in_the_export_the_report_and_on_their_page(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any]
) -> None:
    first, second = export["events"][:2]
    judgement = _kept(judge("merge", first["id"], second["id"], *WHY))
    after = _export(corroborate, ledger)
    (event,) = [event for event in after["events"] if judgement in event.get("judgements", ())]
    assert [made["id"] for made in after["judgements"]] == [judgement]
    assert "1 judgement by people" in corroborate("report", "--ledger", ledger).out
    page = corroborate("show", event["id"], "--ledger", ledger).out
    assert "judged by Anna, 1 January 2026: one event:" in page
    assert judgement in page


def test_the_old_id_of_a_merged_event_leads_to_the_merged_one(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any]
) -> None:
    ids = [event["id"] for event in export["events"][:2]]
    _kept(judge("merge", *ids, *WHY))
    left = {event["id"] for event in _export(corroborate, ledger)["events"]}
    (gone,) = set(ids) - left
    (held,) = set(ids) & left
    shown = corroborate("show", gone, "--ledger", ledger)
    assert held in shown.out
    assert shown.err == f"{gone} is {held} now.\n"
    assert corroborate("report", gone, "--ledger", ledger).out == corroborate("report", held, "--ledger", ledger).out


def test_an_undo_gives_the_export_back_to_the_byte(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any]
) -> None:
    before = corroborate("export", "--ledger", ledger).out
    made = _kept(judge("merge", export["events"][0]["id"], export["events"][1]["id"], *WHY))
    assert corroborate("export", "--ledger", ledger).out != before
    judge("undo", made.partition("-")[2][:6], *WHY)
    assert corroborate("export", "--ledger", ledger).out == before


def test_a_rejected_claim_says_so_on_its_page_and_in_its_document(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any]
) -> None:
    claim = export["claims"][0]
    made = _kept(judge("reject", claim["id"], *WHY))
    assert "rejected: it counts for nothing" in corroborate("show", claim["id"], "--ledger", ledger).out
    assert made in "".join(corroborate("show", claim["document"], "--ledger", ledger).out.split())
    assert "1 claim rejected" in " ".join(corroborate("report", "--ledger", ledger).out.split())


def test_a_split_by_document_and_one_by_span(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any]
) -> None:
    event = next(event for event in export["events"] if len(event["documents"]) > 1)
    _kept(judge("split", event["id"], event["documents"][0], *WHY))
    after = _export(corroborate, ledger)
    halves = [half for half in after["events"] if half.get("judgements")]
    assert len(halves) == 2
    half = next(half for half in halves if len(half["mentions"]) > 1)
    one = half["mentions"][0]
    span = f"{one['document']}:{one['start']}-{one['end']}"
    _kept(judge("split", half["id"], span, *WHY))
    assert len(_export(corroborate, ledger)["events"]) == len(after["events"]) + 1


def test_a_correction_shows_at_once(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any]
) -> None:
    actor = next(actor for actor in export["actors"] if actor["mentions"])
    judge("correct", actor["name"], "name", "The Army of the North", *WHY)
    assert "judged by Anna" in corroborate("show", "The Army of the North", "--ledger", ledger).out


def test_an_actor_that_a_field_takes_is_found_by_its_name(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any]
) -> None:
    first, second = [actor for actor in export["actors"] if actor["mentions"]][:2]
    made = json.loads(judge("correct", first["id"], "member_of", second["name"], *WHY, "--json").out)
    assert made["judgement"]["value"] == second["name"]
    assert made["judgement"]["target"] == second["mentions"]
    after = {actor["id"]: actor for actor in _export(corroborate, ledger)["actors"]}
    assert after[first["id"]]["member_of"] == [second["id"]]


def test_the_list_says_what_holds_and_what_was_undone(judge: Corroborate, export: dict[str, Any]) -> None:
    first, second = export["events"][:2]
    one = _kept(judge("merge", first["id"], second["id"], *WHY))
    other = _kept(judge("reject", export["claims"][0]["id"], *WHY))
    judge("undo", one, *WHY)
    assert [line.split()[0] for line in judge("list").out.splitlines()] == [other]
    every = judge("list", "--all").out
    assert f"{one}  2026-01-01 10:00 Anna  undone: one event:" in every
    assert f"{other}  2026-01-01 10:00 Anna  holds: claim rejected:" in every
    assert [line.split()[0] for line in judge("list", export["claims"][0]["id"]).out.splitlines()] == [other]
    assert {made["id"] for made in json.loads(judge("list", first["id"], "--all", "--json").out)} > {one}


def test_judgements_are_taken_over_by_another_ledger(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, articles: Path, export: dict[str, Any]
) -> None:
    _kept(judge("merge", export["events"][0]["id"], export["events"][1]["id"], *WHY))
    (articles.parent / "made.json").write_text(judge("list", "--all", "--json").out, encoding="utf-8")
    fresh = articles.parent / "fresh.db"
    corroborate("add", articles, "--ledger", fresh)
    taken = corroborate("judge", "import", articles.parent / "made.json", "--ledger", fresh)
    assert "1 judgement taken over, 0 already there" in taken.out
    assert "0 judgements taken over, 1 already there" in judge("import", articles.parent / "made.json").out
    assert corroborate("export", "--ledger", fresh).out == corroborate("export", "--ledger", ledger).out


def test_who_judges_is_the_option_the_variable_or_the_login_name(
    judge: Corroborate, export: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def by(*options: str) -> str:
        made = json.loads(judge("reject", export["claims"][0]["id"], "--why", "x", "--json", *options).out)
        judge("undo", made["judgement"]["id"], "--why", "y")
        return str(made["judgement"]["by"])

    monkeypatch.delenv("CORROBORATE_BY", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    assert by() == "login"
    monkeypatch.setenv("CORROBORATE_BY", "variable")
    assert by() == "variable"
    assert by("--by", "option") == "option"


def _messages(export: dict[str, Any]) -> list[tuple[tuple[str, ...], str]]:
    event, claim, actor = export["events"][0]["id"], export["claims"][0]["id"], export["actors"][0]["id"]
    own = next(each["id"] for each in export["claims"] if each["quotation"] == "own-voice")
    nowhere = next(each["id"] for each in export["actors"] if not each["mentions"])
    place = export["places"][0]["id"]
    document = export["events"][0]["documents"][0]
    elsewhere = next(each["id"] for each in export["documents"] if each["id"] != document)
    whole = [*dict.fromkeys(mention["document"] for mention in export["events"][0]["mentions"])]
    return [
        (("merge", event, *WHY), "It takes two records at least."),
        (("merge", event, event, *WHY), f"{event} stands for all that you name"),
        (("merge", event, place, *WHY), "Only records of one kind can be one"),
        (("merge", event, claim, *WHY), f"Nothing in the ledger goes by '{claim}'"),
        (("merge", nowhere, actor if actor != nowhere else export["actors"][1]["id"], *WHY), "no document names it"),
        (("apart", "event-", event, *WHY), "may be any of these; give the id"),
        (("merge", event, export["events"][1]["id"]), "Missing option '--why'"),
        (("merge", event, export["events"][1]["id"], "--why", " "), "A judgement needs a reason."),
        (("merge", event, export["events"][1]["id"], *WHY[:4], "--when", "today"), "'today' is no instant such as"),
        (("merge", event, export["events"][1]["id"], *WHY[:4], "--when", "2026-01-01T10:00"), "has no time zone"),
        (("reject", claim, "--why", "x", "--by", " "), "A judgement needs somebody who makes it."),
        (("split", event, elsewhere, *WHY), "Its mentions in that document: none"),
        (("split", event, f"{document}:1-2", *WHY), "has no mention"),
        (("split", event, *whole, *WHY), "nothing would be left of it"),
        (("reject", "claim-0000", *WHY), "Nothing in the ledger goes by 'claim-0000'"),
        (("correct", event, "grade", "confirmed", *WHY), "judge those"),
        (("correct", claim, "stance", "sure", *WHY), "Stance is one of asserts, denies"),
        (("correct", own, "claimant", actor, *WHY), "nobody is named for it. Reject it instead."),
        (("correct", place, "coordinates", "north", *WHY), "latitude and longitude in degrees"),
        (("undo", "judgement-0000", *WHY), "No judgement begins with 'judgement-0000'"),
        (("list", event), f"Nothing was judged of {event}."),
        (("import", "nowhere.json"), "does not exist"),
        (("unite", event), "No such command 'unite'"),
    ]


@pytest.mark.parametrize("number", range(23))
def test_a_mistake_is_told_in_words_and_changes_nothing(
    corroborate: Corroborate, judge: Corroborate, ledger: Path, export: dict[str, Any], number: int
) -> None:
    arguments, says = _messages(export)[number]
    ended = judge(*arguments)
    assert ended.code == 2
    assert says in " ".join(ended.err.split())
    assert _export(corroborate, ledger) == export


def test_every_message_is_tried(export: dict[str, Any]) -> None:
    assert len(_messages(export)) == 23


def test_a_claim_is_rejected_once_and_a_judgement_undone_once(judge: Corroborate, export: dict[str, Any]) -> None:
    claim = export["claims"][0]["id"]
    made = _kept(judge("reject", claim, *WHY))
    assert f"is rejected already, by {made}" in judge("reject", claim, *WHY).err
    judge("undo", made, *WHY)
    assert "is undone already" in judge("undo", made, *WHY).err


def test_an_export_cannot_be_judged(corroborate: Corroborate, ledger: Path, articles: Path) -> None:
    path = articles.parent / "export.json"
    corroborate("export", "--ledger", ledger, "--output", path)
    ended = corroborate("judge", "list", "--ledger", path)
    assert (ended.code, "Judgements are kept in ledgers" in ended.err) == (2, True)


@pytest.mark.parametrize("content", ["no json", "{}", '[{"id": "judgement-1"}]'])
def test_a_file_that_holds_no_judgements_ends_with_3(judge: Corroborate, articles: Path, content: str) -> None:
    path = articles.parent / "made.json"
    path.write_text(content, encoding="utf-8")
    ended = judge("import", path)
    assert (ended.code, "this is no list of judgements" in ended.err) == (3, True)


def test_a_judgement_that_somebody_changed_is_not_taken_over(
    judge: Corroborate, articles: Path, export: dict[str, Any]
) -> None:
    judge("reject", export["claims"][0]["id"], *WHY)
    made = json.loads(judge("list", "--json").out)
    made[0]["by"] = "Bela"
    (articles.parent / "made.json").write_text(json.dumps(made), encoding="utf-8")
    ended = judge("import", articles.parent / "made.json")
    assert (ended.code, "its id comes from other content" in ended.err) == (3, True)

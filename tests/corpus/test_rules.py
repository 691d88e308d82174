"""Each fault that a story can have is found, and told with the file and line where it stands."""

import shutil
from pathlib import Path

import pytest

from corpus.check import checked, main

LEMDE = Path(__file__).parent / "lemde"


def faults_of(tmp_path: Path, file: str, before: str, after: str) -> str:
    """What the checker says of the example with one change."""
    folder = tmp_path / "lemde"
    shutil.copytree(LEMDE, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    return "\n".join(map(str, checked(folder)[1]))


@pytest.mark.parametrize(
    ("file", "before", "after", "says"),
    [
        ("one.marked", "[Urwani Column|column]", "[Urwani Column|colum]", "no such entity"),
        ("one.marked", "|!market] village", "|!markt] village", "no such event"),
        ("one.marked", "outlet: eastgate", "outlet: westgate", "no actor 'westgate'"),
        ("one.marked", "invented: corroborate corpus\n", "", "does not say 'invented"),
        ("one.marked", "published: 2019-05-14 given", "published: Tuesday given", "no day"),
        ("one.marked", "by Mirna Daskal", "by Daskal", "no mark on exactly these words"),
        ("one.marked", "cue called", "cue named", "does not stand"),
        ("one.marked", "market.weapon=jets\n", "market.weapon=tanks\n", "has no answer weapon=tanks"),
        ("one.marked", "repeats struck", "repeats strike", "no other claim 'strike'"),
        ("one.marked", ">claim toll |", ">claim struck |", "two claims have this id"),
        ("one.marked", "| mixed |", "| mixed direct |", "cannot both be"),
        ("one.marked", "| mixed |", "| mixd |", "not understood: 'mixd'"),
        ("one.marked", ">claim verify", ">clam verify", "no such row"),
        ("one.marked", "| target market | killed at least seven", "| goal market", "none of attacker"),
        ("two.marked", "|#2 people fighters]", "|#two people]", "no quantity"),
        ("two.marked", "does-not-know | about", "does-not-know denies | about", "cannot both be"),
        ("three.marked", "[hit|!market~denied]", "[hit|!market~negated]", "no reality"),
        ("three.marked", '>lineage credits | "agencies"', ">lineage credit | x", "no kind of lineage"),
        ("story.toml", 'kind = "agency"', 'kind = "wire"', "'wire' is none of"),
        ("story.toml", 'of = ["army"]', 'of = ["navy"]', "which is no actor"),
        ("story.toml", "lines = 2, admitted", "lines = 3, admitted", "its merges leave 2"),
        ("story.toml", "lines = 3, merged", "merged", "and no lines"),
        ("story.toml", '"one party"]], contradicts', '"one state"]], contradicts', "is not [origin, origin, rule]"),
        ("story.toml", 'contradicts = ["from-the-air"]', "contradicts = []", "which does not contradict it"),
        ("story.toml", 'supersedes = ["seven"]', 'supersedes = ["eight"]', "is tied to 'eight'"),
        ("story.toml", "two-bombs = {", "three-bombs = {}\ntwo-bombs = {", "no claim gives it"),
        ("story.toml", "\n[events.war.killed]", "\npart_of = 'peace'\n[events.war.killed]", "which is no other event"),
        ("story.toml", 'one = [{of = "palisade"', 'four = [{of = "palisade"', "no article 'four'"),
        (
            "story.toml",
            'three = [{of = "palisade", how = "one sentence"}]',
            "",
            "which neither copies nor stock explain",
        ),
        ("story.toml", "ondal = {", "zelm = {name = 'Zelm', kind = 'town'}\nondal = {", "'zelm' is mentioned nowhere"),
        ("story.toml", 'when = {from = "2017"', 'time = {from = "2017"', "own time is `when`"),
        ("story.toml", "title = ", "title := ", "is no TOML"),
        ("story.toml", 'status = "declared"', 'status = "alleged"\nrumour = 1', "neither a field of an event"),
        ("story.toml", 'reasons = ["Kestrian army says', 'raisons = ["Kestrian army says', "raisons"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, file: str, before: str, after: str, says: str) -> None:
    assert says in faults_of(tmp_path, file, before, after)


def test_the_contract_is_checked_where_all_else_holds(tmp_path: Path) -> None:
    found = faults_of(tmp_path, "one.marked", "killing at least seven people | by", "killing | by")
    assert "figure-in-words" in found


def test_a_fault_names_its_line(tmp_path: Path) -> None:
    found = faults_of(tmp_path, "two.marked", "cue wrote", "cue typed")
    assert found.startswith(f"{tmp_path.as_posix()}/lemde/two.marked:18: claim threat:")


def test_other_words_than_the_plain_text_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = tmp_path / "plain" / "lemde"
    plain.mkdir(parents=True)
    for name in ("one", "two", "three"):
        text = checked(LEMDE)[0].articles[("one", "three", "two").index(name)].text
        (plain / f"{name}.txt").write_text(text.replace("Four of", "Three of"), encoding="utf-8")
    assert main([str(LEMDE), "--texts", str(tmp_path / "plain")]) == 1
    out = capsys.readouterr().out
    assert "lemde/one:1: is not the plain text: '\"Four of" in out
    assert out.endswith("1 faults\n")


def test_hints_name_what_may_have_been_overlooked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "lemde"
    shutil.copytree(LEMDE, folder)
    article = folder / "two.marked"
    text = article.read_text(encoding="utf-8").replace(">claim threat", ">note threat")
    text = text.replace("[two fighters|#2 people fighters]", "2 of its fighters").replace(" | injured two fighters", "")
    article.write_text(text.replace(">claim wounded", ">note wounded"), encoding="utf-8")
    main([str(folder), "--hints"])
    out = capsys.readouterr().out
    assert "no claim holds this quotation: 'We will answer in kind,'" in out
    assert "a number without a mark" in out
    assert "'Palisade' is marked elsewhere as palisade, but not here" in out

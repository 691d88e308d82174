"""Agreement on the example against itself, and against a copy in which a second annotator differs in known places."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from corpus.agreement import Tally, count, kappa, table
from corpus.story import Story, read_story

LEMDE = Path(__file__).parent / "lemde"


def second(tmp_path: Path, *changes: tuple[str, str, str]) -> Story:
    """The example as somebody else marked it."""
    folder = tmp_path / "lemde"
    shutil.copytree(LEMDE, folder)
    for file, before, after in changes:
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after), encoding="utf-8")
    return read_story(folder)[0]


def tallied(other: Story) -> Tally:
    tally = Tally()
    count(tally, read_story(LEMDE)[0], other)
    return tally


def test_one_annotation_agrees_with_itself(tmp_path: Path) -> None:
    tally = tallied(second(tmp_path))
    assert {name: score.value for name, score in tally.spans.items()} == dict.fromkeys(tally.spans, 1.0)
    assert all(one == other for pairs in tally.labels.values() for one, other in pairs)
    assert {name: score.value for name, score in tally.across.items()} == dict.fromkeys(tally.across, 1.0)


def test_a_missing_claim_and_another_stance_are_counted(tmp_path: Path) -> None:
    other = second(
        tmp_path,
        ("two.marked", ">claim undamaged", ">note undamaged"),
        ("three.marked", "| rejects |", "| denies |"),
    )
    tally = tallied(other)
    claims = tally.spans["claims"]
    assert (claims.recall.right, claims.recall.of, claims.precision.of) == (33, 34, 33)
    assert tally.labels["stance"]["rejects", "denies"] == 1


def test_a_wider_stretch_is_found_but_not_the_same(tmp_path: Path) -> None:
    tally = tallied(second(tmp_path, ("three.marked", "Tuesday's|@2019-05-14]", "Tuesday|@2019-05-14]'s")))
    assert tally.spans["times"].value == 1.0
    assert tally.exact["times"].recall.right == tally.exact["times"].recall.of - 1


def test_other_words_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="did not mark the same text"):
        tallied(second(tmp_path, ("one.marked", "ADVERTISEMENT", "Advertisement")))


def test_kappa_takes_chance_out() -> None:
    # 20 + 15 of 50 agree = .7; first says a 25 times, second 30: by chance .5 * .6 + .5 * .4 = .5; (.7 - .5) / .5
    assert kappa(Counter({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15})) == pytest.approx(0.4)
    assert kappa(Counter({("a", "a"): 3})) is None
    assert kappa(Counter()) is None


def test_the_table_names_every_layer(tmp_path: Path) -> None:
    text = table(tallied(second(tmp_path)))
    for name in ("claims", "cues", "event mentions", "stance", "independent lines", "answers"):
        assert name in text

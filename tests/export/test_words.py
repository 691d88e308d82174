import csv
from pathlib import Path

import pytest

import corroborate
from corroborate.export.checks.words import has_negator, has_number

FIGURES = list(csv.DictReader((Path(__file__).parent / "figures.csv").read_text(encoding="utf-8").splitlines()))
CUES = Path(corroborate.__file__).parent / "data" / "lexicons" / "cues.csv"
NEGATORS = list(csv.DictReader((Path(__file__).parent / "negators.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", FIGURES, ids=[case["text"] for case in FIGURES])
def test_a_figure_is_found_in_digits_and_words(case: dict[str, str]) -> None:
    assert has_number(case["text"], int(case["number"])) is (case["stands"] == "yes")


@pytest.mark.parametrize("case", NEGATORS, ids=[case["text"] for case in NEGATORS])
def test_a_negating_word_is_found(case: dict[str, str]) -> None:
    assert has_negator(case["text"]) is (case["negates"] == "yes")


def test_every_cue_that_negates_by_itself_is_known_to_the_checker() -> None:
    cues = [row for row in csv.DictReader(CUES.read_text(encoding="utf-8").splitlines()) if row["negates"] == "yes"]
    forms = [form for row in cues for form in row["forms"].split("|")]
    assert len(forms) > 100
    assert [form for form in forms if not has_negator(form)] == []

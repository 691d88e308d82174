import csv
from pathlib import Path

import pytest

from corroborate.export.checks.words import has_negator, has_number

FIGURES = list(csv.DictReader((Path(__file__).parent / "figures.csv").read_text(encoding="utf-8").splitlines()))
NEGATORS = list(csv.DictReader((Path(__file__).parent / "negators.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", FIGURES, ids=[case["text"] for case in FIGURES])
def test_a_figure_is_found_in_digits_and_words(case: dict[str, str]) -> None:
    assert has_number(case["text"], int(case["number"])) is (case["stands"] == "yes")


@pytest.mark.parametrize("case", NEGATORS, ids=[case["text"] for case in NEGATORS])
def test_a_negating_word_is_found(case: dict[str, str]) -> None:
    assert has_negator(case["text"]) is (case["negates"] == "yes")

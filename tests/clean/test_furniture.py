"""Furniture is found by how it reads and where it stands; the article's own sentences stay."""

import csv
from itertools import groupby
from pathlib import Path

import pytest
from cleaning import cleaned, kinds_of

ROWS = list(csv.DictReader((Path(__file__).parent / "blocks.csv").read_text("utf-8").splitlines()))
PAGES = {page: "\n\n".join(row["text"] for row in rows) for page, rows in groupby(ROWS, key=lambda row: row["page"])}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['page']}-{row['text'][:40]}")
def test_each_block_of_the_pages_has_its_kind(row: dict[str, str]) -> None:
    assert kinds_of(cleaned(PAGES[row["page"]])).get(row["text"], "") == row["kind"]


@pytest.mark.parametrize("page", sorted(PAGES))
def test_single_newlines_instead_of_empty_lines_change_little(page: str) -> None:
    rows = [row for row in ROWS if row["page"] == page]
    kinds = kinds_of(cleaned(PAGES[page].replace("\n\n", "\n")))
    wrong = [row["text"] for row in rows if kinds.get(row["text"], "") != row["kind"]]
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("page", sorted(PAGES))
def test_furniture_is_text_at_its_offsets_and_in_order(page: str) -> None:
    document = cleaned(PAGES[page])
    assert all(document.text[piece.start : piece.end] == piece.text for piece in document.furniture)
    starts = [piece.start for piece in document.furniture]
    assert starts == sorted(starts)


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "Shelling kills two in Dovra\n\n"
        "Shelling killed two people and wounded at least nine others in the\n"
        "port of Dovra overnight, officials said on Tuesday, as each side\n"
        "blamed the other for breaking the truce.\n\n"
        "Keep independent reporting alive. In the 2026 election, rumours will\n"
        "be everywhere, and somebody will have to check them. We need your\n"
        "help to do it. Donate today.\n"
    )
    assert list(kinds_of(cleaned(text)).values()) == ["appeal"]


def test_an_agency_in_brackets_behind_the_last_sentence_is_a_credit_inside_its_paragraph() -> None:
    document = cleaned(
        "Mine kills two in Abra\n\nA mine killed two shepherds near Abra on Monday, police said. (AFP)\n"
    )
    assert kinds_of(document) == {"(AFP)": "credit"}


def test_what_the_extractor_left_out_is_furniture() -> None:
    from cleaning import shipped_knowledge

    from corroborate.clean.page import clean_page
    from corroborate.model.document import Metadata, Page
    from corroborate.model.span import Span

    text = "Blast in Oru\n\nA blast hit Oru on Monday, wounding two people, police said.\n\nWeather tomorrow"
    page = Page("page.html", text, Metadata(), left_out=(Span(text.index("Weather"), len(text)),))
    assert kinds_of(clean_page(page, shipped_knowledge())[0]) == {"Weather tomorrow": "navigation"}

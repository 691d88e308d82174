"""Furniture is found by how it reads and where it stands; the article's own sentences stay."""

import csv
from itertools import groupby
from pathlib import Path

import pytest
from cleaning import cleaned, kinds_of, shipped_knowledge

from corroborate.clean.blocks import split_blocks
from corroborate.clean.page import clean_page
from corroborate.model.document import Metadata, Page
from corroborate.model.span import Span

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


CAPTIONED = (
    "Jets hit rebel camp in eastern Orlia\n\nPhoto by: Palisade (Archive)\n\n{caption}\n\n"
    "Orlian jets hit a camp of rebels in the eastern valley on Thursday, a senior army officer said, and two died.\n\n"
    "The rebels denied it."
)


def test_one_short_sentence_between_a_picture_credit_and_the_first_paragraph_is_its_caption() -> None:
    caption = "The army has been carrying out raids since late May, 2015."
    assert kinds_of(cleaned(CAPTIONED.format(caption=caption))).get(caption) == "caption"


@pytest.mark.parametrize(
    "lead",
    ["Jets hit a rebel camp in eastern Orlia and two men died.", "Two men died on Thursday, an officer said."],
)
def test_a_short_first_paragraph_below_a_picture_credit_stays(lead: str) -> None:
    assert lead not in kinds_of(cleaned(CAPTIONED.format(caption=lead)))


def test_a_short_paragraph_below_a_picture_inside_the_article_stays() -> None:
    text = CAPTIONED.replace("The rebels", "Photo by: Jo Park\n\nThe army said nothing.\n\nThe rebels")
    document = cleaned(text.format(caption="A camp in 2015."))
    assert "The army said nothing." not in kinds_of(document)


def test_what_the_page_sets_as_a_caption_is_one_without_words_of_credit() -> None:
    caption = "A burned house in Oru, where residents say two children were killed on Monday"
    text = f"Blast in Oru\n\n{caption}\n\nA blast hit Oru on Monday, wounding two people, police said."
    span = Span(text.index(caption), text.index(caption) + len(caption))
    page = Page("page.html", text, Metadata(), captions=(span,))
    assert kinds_of(clean_page(page, shipped_knowledge())[0]) == {caption: "caption"}


def test_what_was_left_out_is_furniture_whatever_it_tells_of() -> None:
    text = (
        "Blast in Oru\n\nA blast hit Oru on Monday, police said.\n\nComments\n\nmusa: 50 people died, officials said."
    )
    page = Page("page.html", text, Metadata(), left_out=(Span(text.index("Comments"), len(text)),))
    assert set(kinds_of(clean_page(page, shipped_knowledge())[0]).values()) == {"comments"}


def test_a_wrapped_text_stays_wrapped_beside_one_long_line() -> None:
    lines = (
        "The project interviewed fourteen residents of Pelm in the first days of",
        "June. On the basis of these interviews it believes that six civilians were",
        "killed and eleven injured when artillery shells hit three houses on Mill",
        "Street on the night of 2 June, as both sides accused each other of having",
        "fired at the town.",
    )
    text = "\n".join(lines) + "\n\n" + "A long notice stands here. " * 8 + "\nIt has a second line."
    assert split_blocks(text)[0].span.end == len("\n".join(lines))


def test_what_the_extractor_left_out_is_furniture() -> None:
    text = "Blast in Oru\n\nA blast hit Oru on Monday, wounding two people, police said.\n\nWeather tomorrow"
    page = Page("page.html", text, Metadata(), left_out=(Span(text.index("Weather"), len(text)),))
    assert kinds_of(clean_page(page, shipped_knowledge())[0]) == {"Weather tomorrow": "navigation"}

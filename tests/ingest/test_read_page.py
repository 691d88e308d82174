"""Files to pages: text as it stands in the file, and metadata beside it."""

from pathlib import Path

import pytest

from corroborate.ingest.inputs import Input
from corroborate.ingest.limits import Limits
from corroborate.ingest.page import read_page
from corroborate.model.document import Metadata, Page
from corroborate.model.problem import Problem


def _read(path: Path, data: bytes | str, name: str = "a.txt") -> tuple[Page | None, tuple[Problem, ...]]:
    (path / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return read_page(Input(path / name, name))


def _codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_text_is_kept_to_the_code_point(tmp_path: Path) -> None:
    text = "e\u0301 27\u00a0dead\r\n\r\n\t“two”\n"
    page, problems = _read(tmp_path, "\ufeff" + text)
    assert page is not None
    assert page.text == text
    assert problems == ()


def test_a_front_matter_is_metadata_and_not_text(tmp_path: Path) -> None:
    page, problems = _read(
        tmp_path, '---\noutlet: "Orlia Daily"\npublished: 2021-05-03\nmood: grey\n---\nA shell hit Omrin.'
    )
    assert page is not None
    assert page.text == "A shell hit Omrin."
    assert page.given == Metadata(outlet="Orlia Daily", published="2021-05-03")
    assert problems == ()


def test_a_text_that_opens_with_a_rule_has_no_front_matter(tmp_path: Path) -> None:
    text = "---\nA shell hit Omrin on Monday.\n---\nTwo died."
    page, _ = _read(tmp_path, text)
    assert page is not None
    assert page.text == text


def test_a_sidecar_gives_metadata_and_goes_before_a_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"outlet": "Orlia Daily", "byline": null, "url": ""}')
    page, problems = _read(tmp_path, "---\noutlet: Other\ntitle: Blast\n---\nText.")
    assert page is not None
    assert page.given == Metadata(outlet="Orlia Daily", title="Blast")
    assert problems == ()


@pytest.mark.parametrize(
    "sidecar", ["{", "[1]", "\x00", '{"published": "May 3"}', '{"outlet": 5}', '{"published": "2021-13-40"}']
)
def test_a_bad_sidecar_is_a_problem_and_the_article_is_read(tmp_path: Path, sidecar: str) -> None:
    (tmp_path / "a.json").write_text(sidecar)
    page, problems = _read(tmp_path, "Text.")
    assert page is not None
    assert page.given == Metadata()
    assert _codes(problems) == ["bad-metadata"]


def test_a_lone_surrogate_in_a_sidecar_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"title": "Blast \\ud800 in Oru"}')
    page, _ = _read(tmp_path, "Text.")
    assert page is not None
    assert page.given.title == "Blast \ufffd in Oru"


ENCODED = [
    ("“Café” hit, army says – again", "cp1252", ["encoding-guessed"]),
    ("“Café” hit, army says – again", "utf-16", []),
    ("A shell hit the old café in Omrin", "utf-16-le", ["encoding-guessed"]),
    ("Снаряд попал в пекарню в Омрине, двое погибли, сообщил мэр. " * 5, "cp1251", ["encoding-guessed"]),
]


@pytest.mark.parametrize(("text", "encoding", "codes"), ENCODED)
def test_other_encodings_are_decoded(tmp_path: Path, text: str, encoding: str, codes: list[str]) -> None:
    page, problems = _read(tmp_path, text.encode(encoding))
    assert page is not None
    assert page.text == text
    assert _codes(problems) == codes


def test_a_few_broken_bytes_do_not_change_the_encoding(tmp_path: Path) -> None:
    page, problems = _read(tmp_path, ("“Café” – ".encode() * 20) + b"\xff end")
    assert page is not None
    assert page.text.endswith("\ufffd end")
    assert _codes(problems) == ["encoding-damaged"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 101)
    page, problems = read_page(Input(tmp_path / "a.txt", "a.txt"), limits=Limits(size_bytes=100))
    assert page is None
    assert _codes(problems) == ["file-too-large"]


def test_a_file_that_went_away_is_a_problem(tmp_path: Path) -> None:
    page, problems = read_page(Input(tmp_path / "a.txt", "a.txt"))
    assert page is None
    assert _codes(problems) == ["file-unreadable"]

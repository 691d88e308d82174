"""HTML pages: every visible block, what is not the article marked, the head read."""

from pathlib import Path

from corroborate.ingest.inputs import Input
from corroborate.ingest.page import read_page
from corroborate.model.document import Metadata, Page

PARAGRAPHS = [
    (
        "A shell hit a bakery in Omrin on Monday, killing two people who had been queueing for bread since dawn, the "
        "town's mayor said by telephone."
    ),
    (
        "The army denied firing at the town and said that its units had been under orders to hold their fire since the "
        "truce was signed in April."
    ),
    (
        "Residents said three more shells fell in fields east of the town, and that a school was closed for the day "
        "because windows had been broken."
    ),
]
HEAD = """<head><title>Shell hits bakery | Orlia Daily</title>
<meta property="og:site_name" content="Orlia Daily"><link rel="canonical" href="https://orlia.example/bakery">
<meta property="article:published_time" content="2021-05-03T10:04:00Z"><script>var hidden = 1;</script>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Shell hits bakery in Omrin",
"author": [{"name": "Jane Doe"}, {"name": "Omar Rashid"}]}</script></head>"""
BODY = f"""<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Shell hits bakery in Omrin</h1>
<p class="byline">By Jane Doe</p><figure><img alt="unseen"><figcaption>The bakery on Monday</figcaption></figure>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}<p class="credit">Palisade</p></article>
<p style="display:none">secret</p><footer><p>Contact us and imprint</p></footer></body>"""


def _read(folder: Path, markup: str) -> Page:
    (folder / "a.html").write_text(markup)
    page, problems = read_page(Input(folder / "a.html", "a.html"))
    assert page is not None, problems
    return page


def test_the_text_is_every_visible_block_in_order(tmp_path: Path) -> None:
    blocks = _read(tmp_path, f"<html>{HEAD}{BODY}</html>").text.split("\n\n")
    headline = ["Home World", "Shell hits bakery in Omrin", "By Jane Doe", "The bakery on Monday"]
    assert blocks == [*headline, *PARAGRAPHS, "Palisade", "Contact us and imprint"]


def test_a_caption_is_handed_on_as_such_but_not_that_of_a_link_beside_the_article(tmp_path: Path) -> None:
    linked = "<aside><figure><img><figcaption>Another story</figcaption></figure></aside>"
    page = _read(tmp_path, f"<html>{HEAD}{BODY.replace('<footer>', linked + '<footer>')}</html>")
    assert [span.of(page.text) for span in page.captions] == ["The bakery on Monday"]


def test_what_is_not_the_article_is_left_out_but_headline_byline_caption_and_credit_stay(tmp_path: Path) -> None:
    page = _read(tmp_path, f"<html>{HEAD}{BODY}</html>")
    assert [span.of(page.text) for span in page.left_out] == ["Home World", "Contact us and imprint"]
    assert page.headline is not None
    assert page.headline.of(page.text) == "Shell hits bakery in Omrin"


def test_the_head_is_read(tmp_path: Path) -> None:
    assert _read(tmp_path, f"<html>{HEAD}{BODY}</html>").found == Metadata(
        outlet="Orlia Daily",
        published="2021-05-03T10:04:00Z",
        url="https://orlia.example/bakery",
        title="Shell hits bakery in Omrin",
        byline="Jane Doe, Omar Rashid",
    )


def test_no_break_spaces_stay_and_line_breaks_are_lines(tmp_path: Path) -> None:
    page = _read(tmp_path, "<p>27&nbsp;dead<br>in  Omrin\n today</p>")
    assert page.text == "27\u00a0dead\nin Omrin today"


def test_a_page_without_an_article_keeps_its_text_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Closed.</p>")
    page, problems = read_page(Input(tmp_path / "a.html", "a.html"))
    assert page is not None
    assert page.text == "Closed."
    assert {problem.code for problem in problems} <= {"article-not-found"}


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<meta charset="windows-1251"><p>Взрыв в Омрине</p>'.encode("cp1251"))
    page, _ = read_page(Input(tmp_path / "a.html", "a.html"))
    assert page is not None
    assert page.text == "Взрыв в Омрине"


def test_a_link_inside_a_sentence_adds_no_space(tmp_path: Path) -> None:
    page = _read(tmp_path, '<p>The <a href="/x">army</a>, (<a href="/y">as ever</a>) denied it.</p>')
    assert page.text == "The army, (as ever) denied it."

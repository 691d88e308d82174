"""What a page says about itself: headline, outlet, byline, date, dateline, credits, language."""

import pytest
from cleaning import cleaned, shipped_knowledge

from corroborate.clean.page import clean_page
from corroborate.model.document import Metadata, Page

LEAD = "A shell hit a bakery in Omrin on Monday, killing two people, the town's mayor said."
ARTICLE = f"Shell hits bakery in Omrin\n\n{LEAD}\n\nThe army denied firing at the town.\n"


def test_a_headline_stands_above_the_lead() -> None:
    document = cleaned(ARTICLE)
    assert document.title == "Shell hits bakery in Omrin"
    assert document.headline is not None
    assert document.headline.of(document.text) == document.title


def test_a_text_that_begins_with_its_lead_has_no_headline() -> None:
    assert cleaned(f"{LEAD}\n\nThe army denied firing at the town.").title is None


def test_a_given_title_is_the_headline_where_it_stands_in_the_text() -> None:
    document = cleaned(f"Latest from the front\n\n{ARTICLE}", title="Shell hits bakery in Omrin")
    assert document.title == "Shell hits bakery in Omrin"


def test_a_given_title_that_is_not_in_the_text_is_no_headline() -> None:
    assert cleaned(f"{LEAD}\n\nThe army denied it.", title="Bakery hit").title is None


def test_the_marks_of_markdown_are_no_part_of_the_headline() -> None:
    assert cleaned(f"# {ARTICLE}").title == "Shell hits bakery in Omrin"


def test_subheads_stand_between_paragraphs() -> None:
    document = cleaned(f"{ARTICLE}\nA town without bread\n\nOmrin has had no flour since May, residents said.\n")
    assert [span.of(document.text) for span in document.subheads] == ["A town without bread"]


OUTLETS = [
    ("More from Orlia Daily", "Orlia Daily"),
    ("Orlia Daily is written by volunteers in Omrin.", "Orlia Daily"),
    ("The Orlia Post journalists report the news in nine languages.", "The Orlia Post"),
    ("Copyright 2020 Orlia Post. All rights reserved.", "Orlia Post"),
    ("Follow The Orlia Post on Twitter", "The Orlia Post"),
    ("OrliaNews and agencies", "OrliaNews"),
    ("(c) Copyright Orlia News Agency 2021. All rights reserved.", "Orlia News Agency"),
    ("Radio Orlia broadcasts from the hills in three languages.", "Radio Orlia"),
    ("Radio Orlia needs you: give before 30 June 2031 and a friend will double your gift.", "Radio Orlia"),
    ("You are listening to Radio Orlia. Next: the weather.", "Radio Orlia"),
    ("Orlia Evening News is part of Harbour Media Group.", "Orlia Evening News"),
    ("First published on Mon 3 May 2021", None),
    ("With reporting by AP and AFP", None),
    ("Source Article from http://orlia.example/story", None),
]


@pytest.mark.parametrize(("line", "outlet"), OUTLETS)
def test_the_outlet_is_found_in_the_furniture(line: str, outlet: str | None) -> None:
    found = cleaned(f"{ARTICLE}\n{line}\n").outlet
    assert (found.name if found else None) == outlet


MASTHEADS = [
    ("Orlia Voice\nNews . Statements . Videos . Contact", "Orlia Voice"),
    ("ORLIA NEWS AGENCY (ONA)\nPolitics | Economy | Society", "ORLIA NEWS AGENCY"),
    ("World News\nHome\nWorld", None),
]


@pytest.mark.parametrize(("lines", "outlet"), MASTHEADS)
def test_a_masthead_names_the_outlet_and_is_no_headline(lines: str, outlet: str | None) -> None:
    document = cleaned(f"{lines}\n\n{ARTICLE}")
    assert document.title == "Shell hits bakery in Omrin"
    assert (document.outlet.name if document.outlet else None) == outlet
    assert document.credits == ()


def test_a_letter_has_its_subject_as_headline_and_its_sender_as_outlet() -> None:
    mail = "From: Border Brief <brief@border.example>\nDate: Sat, 5 Jun 2021 07:00\nSubject: Shell hits bakery in Omrin"
    document = cleaned(f"{mail}\n\n{LEAD}")
    assert (document.title, document.published) == ("Shell hits bakery in Omrin", "2021-06-05T07:00")
    assert document.outlet is not None
    assert document.outlet.name == "Border Brief"


def test_a_speaker_of_a_transcript_is_no_dateline_and_no_subhead() -> None:
    text = (
        "Briefing on the shelling of Omrin\n\n"
        "PRESENTER: A shell hit a bakery in Omrin on Monday, killing two people.\n\n"
        "OSK: The mayor says so, and the army denies it.\n\nPRESENTER: Are there talks?\n\nOSK: There are none so far."
    )
    assert (cleaned(text).dateline, cleaned(text).subheads) == (None, ())


def test_the_date_and_time_before_a_headline_date_the_page() -> None:
    text = f"04-Jun-2021 11:02:14 - UPDATE 2-SHELL HITS BAKERY IN OMRIN\n\n{LEAD}"
    assert cleaned(text).published == "2021-06-04T11:02"


def test_a_given_outlet_goes_before_one_in_the_text() -> None:
    found = cleaned(
        f"{ARTICLE}\nMore from Orlia Daily", outlet="Harbor Ledger", url="https://www.ledger.example/a"
    ).outlet
    assert found is not None
    assert (found.name, found.domain) == ("Harbor Ledger", "ledger.example")


def test_the_agency_of_a_dateline_is_no_outlet() -> None:
    assert cleaned(f"Shell hits bakery in Omrin\n\nOMRIN, Orlia (Palisade) - {LEAD}").outlet is None


DATES = [
    ("Published: 3 May 2021 10:04", "2021-05-03T10:04"),
    ("Published on May 3, 2021 at 10:04 GMT", "2021-05-03T10:04+00:00"),
    ("Monday, 3 May 2021", "2021-05-03"),
    ("3rd May 2021 9.30pm", "2021-05-03T21:30"),
    ("2021-05-03", "2021-05-03"),
    ("25/05/2021", "2021-05-25"),
    ("04.05.2021 09:15  Defence  2315 views", "2021-05-04T09:15"),
    ("By Jane Doe | May 3, 2021", "2021-05-03"),
    ("03/05/2021", None),
    ("31 February 2021", None),
    ("Support us before 3 May 2031: donate today", None),
    ("The truce began on 3 May 2021", None),
]


@pytest.mark.parametrize(("line", "published"), DATES)
def test_a_printed_date_of_publication_is_read(line: str, published: str | None) -> None:
    document = cleaned(f"Shell hits bakery in Omrin\n\n{line}\n\n{LEAD}\n")
    assert document.published == published
    assert document.published_basis == ("text" if published else "unknown")


def test_the_first_publication_goes_before_the_update() -> None:
    text = f"Shell hits bakery in Omrin\nUpdated 5 May 2021\nPublished 3 May 2021\n{LEAD}"
    assert cleaned(text).published == "2021-05-03"


def test_an_appeal_about_a_later_year_dates_nothing() -> None:
    appeal = "Your gift keeps us going. On 4 November 2031 you vote. Donate now.\n\n4 November 2031 matters: support us"
    assert cleaned(f"{ARTICLE}\n{appeal}").published is None


def test_a_given_date_goes_before_a_printed_one() -> None:
    document = cleaned(f"Published 3 May 2021\n\n{ARTICLE}", published="2021-05-02")
    assert (document.published, document.published_basis) == ("2021-05-02", "given")


BYLINES = [
    ("By Jane Doe", "Jane Doe"),
    ("By Jane Doe and Omar al-Rashid in Omrin", "Jane Doe and Omar al-Rashid"),
    ("Jane Doe in Omrin", "Jane Doe"),
    ("Jane Doe, Defence Correspondent", "Jane Doe"),
    ("By evening the town was empty", None),
    ("By Monday Afternoon troops had left.", None),
]


@pytest.mark.parametrize(("line", "byline"), BYLINES)
def test_a_byline_below_the_headline_is_read(line: str, byline: str | None) -> None:
    assert cleaned(f"Shell hits bakery in Omrin\n\n{line}\n\n{LEAD}\n").byline == byline


DATELINES = [
    ("OSK BERIN, Kestria (Palisade) - ", "OSK BERIN, Kestria", None, "Palisade"),
    ("OMRIN, Sept 30 (Reuters) - ", "OMRIN", "Sept 30", "Reuters"),
    ("OMRIN (AP) — ", "OMRIN", None, "AP"),
    ("(Reuters) - ", None, None, "Reuters"),
    ("OMRIN — ", "OMRIN", None, None),
    ("Omrin, 3 May (Palisade) – ", "Omrin", "3 May", "Palisade"),
    ("OMRIN/DOVRA (Palisade) - ", "OMRIN/DOVRA", None, "Palisade"),
    ("OMRIN: ", "OMRIN", None, None),
    ("Port Omrin, 16 August. ", "Port Omrin", "16 August", None),
    ("Omrin, May 4. /KNA/. ", "Omrin", "May 4", "KNA"),
]


@pytest.mark.parametrize(("line", "place", "date", "agency"), DATELINES)
def test_a_dateline_gives_place_date_and_agency(
    line: str, place: str | None, date: str | None, agency: str | None
) -> None:
    document = cleaned(f"Shell hits bakery in Omrin\n\n{line}{LEAD}\n")
    dateline = document.dateline
    assert dateline is not None
    assert document.text[dateline.start : dateline.end] == line.strip()
    assert (dateline.place.of(document.text) if dateline.place else None) == place
    assert (dateline.date.of(document.text) if dateline.date else None) == date
    assert [name for credit in document.credits for name, _ in credit.names] == ([agency] if agency else [])


@pytest.mark.parametrize(
    "opening", ["UPDATE: ", "WATCH — ", "The U.S. (EU) said ", "Sen. Ted Marl (R-Tex) said ", '"OMRIN: ']
)
def test_what_only_looks_like_a_dateline_is_none(opening: str) -> None:
    assert cleaned(f"Shell hits bakery in Omrin\n\n{opening}{LEAD}\n").dateline is None


CREDITS = [
    ("With reporting by AP and AFP", "credit", ["AP", "AFP"]),
    ("OrliaNews and agencies", "credit", ["OrliaNews", "agencies"]),
    ("With agencies", "credit", ["agencies"]),
    ("Palisade News Agency", "credit", ["Palisade News Agency"]),
    ("The Associated Press contributed to this report.", "credit", ["The Associated Press"]),
    ("Source Article from http://orlia.example/story", "source-link", ["orlia.example"]),
    ("Source: https://www.orlia.example/story", "source-link", ["orlia.example"]),
    ("Reporting by the Omrin bureau; editing by N. Holt", None, []),
    ("Reporting by Jane Doe in Omrin and Corvane; Writing by Jo Park", "credit", ["Corvane"]),
    ("Forwarded from Omrin Street Chat", "credit", ["Omrin Street Chat"]),
    ("First published on Mon 3 May 2021", None, []),
    ("Additional reporting by Jane Doe and AFP", "credit", ["AFP"]),
    ("Reporting by Jane Doe; Editing by Sam Holt", None, []),
    ("- AFP", "credit", ["AFP"]),
    ("From our foreign staff and agencies", "credit", ["agencies"]),
    ("From Ivo Brandt (Omrin) and agencies", "credit", ["agencies"]),
    ("From Corvane and Mirror staff", "credit", ["Corvane", "Mirror"]),
    ("By Mirror staff with Corvane", "credit", ["Corvane"]),
    ("(With Orlia-Presse)", "credit", ["Orlia-Presse"]),
    ("(Part of this report by AFP.)", "credit", ["AFP"]),
    ("Mirror with AFP", "credit", ["Mirror", "AFP"]),
    ("Orlia Dépêches contributed to this report.", "credit", ["Orlia Dépêches"]),
]


@pytest.mark.parametrize(("line", "kind", "names"), CREDITS)
def test_a_line_of_credit_names_agencies_and_not_people(line: str, kind: str | None, names: list[str]) -> None:
    document = cleaned(f"{ARTICLE}\n{line}\n")
    assert [credit.kind for credit in document.credits] == ([kind] if kind else [])
    found = [(name, span.of(document.text)) for credit in document.credits for name, span in credit.names]
    assert found == [(name, name) for name in names]


def test_an_agency_as_author_is_a_credit() -> None:
    document = cleaned(f"Shell hits bakery in Omrin\n\nBy Associated Press\n\n{LEAD}\n")
    assert [(credit.kind, credit.names[0][0]) for credit in document.credits] == [("byline", "Associated Press")]


def test_another_language_is_kept_with_a_problem() -> None:
    text = (
        "Zwei Tote bei Angriff auf Bäckerei\n\nBei einem Angriff auf eine Bäckerei in der Stadt sind am Montag zwei "
        "Menschen getötet worden, wie der Bürgermeister mitteilte. Die Armee bestritt, geschossen zu haben."
    )
    document, problems = clean_page(Page("a.txt", text, Metadata()), shipped_knowledge())
    assert (document.language, document.text) == ("de", text)
    assert [problem.code for problem in problems] == ["language-not-english"]


def test_a_few_words_have_no_language() -> None:
    assert cleaned("Blast in Oru").language is None


def test_the_id_depends_on_text_and_metadata_and_not_on_the_name() -> None:
    one, same = (clean_page(Page(name, ARTICLE, Metadata()), shipped_knowledge())[0].id for name in ("a.txt", "b.txt"))
    assert one == same
    assert cleaned(ARTICLE, outlet="Orlia Daily").id != one


LETTERHEADS = [
    ("ORLIA HARBOUR POLICE\nPress release no. 14\nA boat was searched", "Orlia Harbour Police"),
    ("Radio Tessel 94.3 FM — “Good Day, Coast” — transcript\nHOST: Good day.", "Radio Tessel"),
    ("Statement of the Northern Relief Committee\nThursday", "Northern Relief Committee"),
    ("REPUBLIC OF ORLIA\nMINISTRY OF PORTS, TESSEL\nNotice to mariners", "Ministry of Ports, Tessel"),
    ("THE LONG OAR\nVoice of the dockers\nThree men held at the quay", "The Long Oar"),
    ("Police hold three men at the quay\nThree men were held on Monday, the harbour master said.", None),
    ("THREE MEN HELD: POLICE\nThree men were held on Monday, the harbour master said, and a boat was searched.", None),
]


@pytest.mark.parametrize(("lines", "outlet"), LETTERHEADS)
def test_a_letterhead_names_the_body_that_puts_a_statement_out(lines: str, outlet: str | None) -> None:
    found = cleaned(f"{lines}\n\n{ARTICLE}\n").outlet
    assert (found.name if found else None) == outlet

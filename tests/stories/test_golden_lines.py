"""How many independent lines stand behind an answer: what is merged, what is not, and why."""

from stories import answer, chain, claim, counted, document, incident, lineage, tell

AGENCY_COPY = """
## The Brask Courier, 2021-03-09
Shells kill nine in Orvenna market

ORVENNA, Keldria (Norvane) - Artillery shells struck the market of Orvenna on Tuesday morning, killing nine
people, the town's mayor said.

Mayor Dessa Holm told Norvane that the shells had come from the east bank of the river, which the Tarvik
Brigades hold. "They knew that it was market day," she said.

The Brigades could not be reached for comment.

## Western Mirror, 2021-03-09
Nine dead as market is shelled

By Norvane

Artillery shells struck the market of Orvenna on Tuesday morning, killing nine people, the town's mayor said.

Mayor Dessa Holm told Norvane that the shells had come from the east bank of the river, which the Tarvik
Brigades hold. "They knew that it was market day," she said.
"""


def test_two_outlets_that_print_one_agency_s_copy_are_one_line() -> None:
    """Both pages carry the agency's words: one mayor, told once."""
    ledger = tell(AGENCY_COPY)
    position = counted(incident(ledger, "Orvenna"), 9)
    assert (len(position.claims) >= 2, position.independent_lines) == (True, 1)
    assert position.grade == "single-source"


def test_each_page_of_one_agency_s_copy_says_which_text_it_shares() -> None:
    ledger = tell(AGENCY_COPY)
    assert [len(lineage(ledger, number, "shares-text")) > 0 for number in (1, 2)] == [True, True]


def test_the_agency_of_a_dateline_stands_in_every_chain_below_it() -> None:
    ledger = tell(AGENCY_COPY)
    first = document(ledger, 1)
    below = first.text.index("(Norvane)")
    chains = [chain(item) for item in ledger.claims if item.document == first.id and item.start > below]
    assert len(chains) > 4
    assert all(("agency", "Norvane") in links and links[-1] == ("outlet", "The Brask Courier") for links in chains)


ONE_BODY = """
## The Brask Courier, 2021-06-02
Army says it shelled rebel depot at Sollum Ford

The Keldrian army shelled a weapons depot at Sollum Ford on Tuesday, destroying four trucks, the defence
ministry of Keldria said in a statement.

## Harbour Times, 2021-06-02
Depot hit, spokesman says

Four trucks were destroyed on Tuesday when the Keldrian army shelled a weapons depot at Sollum Ford, Colonel
Ivo Brandt, a spokesman for the Keldrian defence ministry, told reporters.
"""


def test_a_ministry_and_its_spokesman_are_one_line() -> None:
    ledger = tell(ONE_BODY)
    position = answer(incident(ledger, "Sollum Ford"), "attacker", "army")
    assert position.origins >= 1
    assert position.independent_lines == 1
    assert position.grade != "corroborated"


TWO_SPEAKERS = """
## The Brask Courier, 2021-03-09
Six die in Maddern strike

An air strike hit a flour mill in Maddern on Monday and killed six people, said Dr Lena Okoro, the director of
the town's hospital.

## Harbour Times, 2021-03-09
Mill bombed in Maddern

Six people were killed on Monday when jets bombed a flour mill in Maddern, Yusuf Tarrant, a coordinator of the
Open Hands relief group, told the Harbour Times.
"""


def test_two_named_speakers_of_different_parties_corroborate() -> None:
    position = counted(incident(tell(TWO_SPEAKERS), "Maddern"), 6)
    assert (position.origins, position.independent_lines, position.grade) == (2, 2, "corroborated")


RESIDENTS = """
## The Brask Courier, 2021-03-09
Rockets fall on Tennick

Rockets struck a school in Tennick on Monday, killing three people, said Amal Reyes, a teacher who was there.

## Harbour Times, 2021-03-09
Three killed in Tennick

Three people were killed on Monday when rockets struck a school in Tennick, residents said.
"""


def test_residents_are_no_line_beside_a_witness_who_may_be_one_of_them() -> None:
    position = counted(incident(tell(RESIDENTS), "Tennick"), 3)
    assert (position.origins, position.independent_lines, position.grade) == (2, 1, "single-source")
    assert any("residents" in reason.lower() for reason in position.collapsed)


REPEATS = """
## The Brask Courier, 2021-03-09
Governor: five killed by mortar fire in Brennick

Mortar rounds fell on Brennick on Monday and killed five people, Governor Petra Lund said. "These were farmers
on their way to the fields," she said.

"These were farmers on their way to the fields"

Schools in the town stayed closed on Tuesday.
"""


def test_a_headline_and_a_pull_quote_repeat_and_never_count() -> None:
    ledger = tell(REPEATS)
    position = counted(incident(ledger, "Brennick"), 5)
    assert (position.origins, position.independent_lines) == (1, 1)
    headline = claim(ledger, "five killed by mortar")
    body = [item for item in ledger.claims if item.start > headline.end and item.repeats is None]
    assert headline.repeats in {item.id for item in body if item.chain[0].name == "Petra Lund"}


def test_a_pull_quote_repeats_the_sentence_that_it_is_taken_from() -> None:
    ledger = tell(REPEATS)
    told = [item for item in ledger.claims if "farmers on their way" in item.text]
    first, second = sorted(told, key=lambda item: item.start)
    assert second.repeats == first.id


REPORTS = """
## Daily Lantern, 2021-03-10
What we know about the Maddern strike

The Harbour Times reports: jets bombed a flour mill in Maddern on Monday. Six people died, and the building
was destroyed.

Our own office in the town was closed on Monday.
"""


def test_a_passage_after_the_x_reports_is_in_that_outlets_voice() -> None:
    ledger = tell(REPORTS)
    roles = chain(claim(ledger, "Six people died"))
    assert ("outlet", "Harbour Times") in [
        (role, name.removeprefix("the ").removeprefix("The ")) for role, name in roles
    ]
    assert roles[-1] == ("outlet", "Daily Lantern")
    assert all("Harbour" not in name for _, name in chain(claim(ledger, "Our own office")))


def test_a_reported_passage_stands_in_the_lineage() -> None:
    ledger = tell(REPORTS)
    assert [entry.source.name.removeprefix("The ") for entry in lineage(ledger, 1, "quotes")] == ["Harbour Times"]

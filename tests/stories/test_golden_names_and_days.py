"""One group and one town under two spellings; which day it was, and why; credits; status and grade."""

import pytest

from stories import actors, answer, counted, document, incident, incidents, lineage, stances, tell

SPELLINGS = """
## The Brask Courier, 2021-10-05
Checkpoint attacked in al-Hureida

The Saif al-Qamar Brigade attacked an army checkpoint in al-Hureida on Monday and killed six soldiers, the
army said.

## Harbour Times, 2021-10-05
Attack on checkpoint in al-Huraydah

The Sayf al-Qamar Brigade attacked an army checkpoint in al-Huraydah on Monday, killing six soldiers, the army
said.
"""


def test_two_spellings_of_one_group_are_one_actor() -> None:
    ledger = tell(SPELLINGS)
    first, second = actors(ledger, "Saif al-Qamar Brigade"), actors(ledger, "Sayf al-Qamar Brigade")
    assert [actor.id for actor in first] == [actor.id for actor in second]
    assert len(first) == 1


def test_two_spellings_of_one_town_are_one_place_and_one_event() -> None:
    ledger = tell(SPELLINGS)
    event = incident(ledger, "al-Hureida")
    assert incident(ledger, "al-Huraydah").id == event.id
    assert len(event.facets["place"]) == 1
    assert len(event.documents) == 2


NO_HYPHEN = """
## The Brask Courier, 2021-10-05
Jaysh al-Wadi attacks post at Tell Harmoun

Fighters of Jaysh al-Wadi attacked an army post at Tell Harmoun on Monday and killed six soldiers, the army
said.

## Harbour Times, 2021-10-05
Army post stormed

Six soldiers were killed on Monday when fighters of Jaish al Wadi attacked an army post at Tal Harmun, the
army said.
"""


@pytest.mark.xfail(strict=True, reason="a name with a small 'al' inside and without the word for a group is cut")
def test_a_group_whose_article_is_written_apart_is_one_actor() -> None:
    ledger = tell(NO_HYPHEN)
    first, second = actors(ledger, "Jaysh al-Wadi"), actors(ledger, "Jaish al Wadi")
    assert [actor.id for actor in first] == [actor.id for actor in second]
    assert len(first) == 1


@pytest.mark.xfail(strict=True, reason="an unknown town of two words is taken for a person")
def test_a_town_of_two_words_that_no_gazetteer_has_is_one_place() -> None:
    ledger = tell(NO_HYPHEN)
    event = incident(ledger, "Tell Harmoun")
    assert incident(ledger, "Tal Harmun").id == event.id
    assert len(event.facets["place"]) == 1
    assert len(event.documents) == 2


UNDATED = """
## The Brask Courier
Convoy bombed at Elder Pass

A convoy of the Open Hands relief group was bombed at Elder Pass on Wednesday, killing three drivers, the
group said.

## Harbour Times, 2021-11-05
Three drivers die as relief convoy is bombed

A relief convoy was bombed at Elder Pass on 3 November, killing three drivers of the Open Hands relief group,
the group said.
"""


def test_an_undated_article_is_dated_by_another_one() -> None:
    ledger = tell(UNDATED)
    event = incident(ledger, "Elder Pass")
    assert event.time is not None
    assert (event.time.earliest, event.time.latest) == ("2021-11-03", "2021-11-03")
    assert len(event.documents) == 2
    assert document(ledger, 1).published_basis == "inferred"


def test_the_reason_for_a_day_worked_out_elsewhere_stands_in_words() -> None:
    reasons = " ".join(incident(tell(UNDATED), "Elder Pass").reasons)
    assert "Wednesday" in reasons


APPEAL = """
## The Brask Courier
Support the Courier before 31 December 2029 and get a free tote bag.

Grain silo hit at Marl

A grain silo at Marl was shelled on 14 June 2021, the farmers' union said. Nobody was hurt.

Donate today: your gift will be doubled until 1 March 2030.
"""


def test_an_appeal_about_a_later_year_dates_nothing() -> None:
    ledger = tell(APPEAL)
    article = document(ledger, 1)
    assert article.published in (None, "2021-06-14")
    dates = [article.published, *(item.time.latest for item in ledger.events if item.time)]
    assert not any(day and day[:4] in ("2029", "2030") for day in dates)


@pytest.mark.xfail(strict=True, reason="an appeal in the first line of the page is read as the article's own sentence")
def test_an_appeal_above_the_headline_is_furniture() -> None:
    assert [piece.kind for piece in document(tell(APPEAL), 1).furniture] == ["appeal", "appeal"]


CREDITS = """
## The Brask Courier, 2021-10-05
Two killed by sniper fire in Hallam

Two women were killed by sniper fire in Hallam on Monday, the police said.

With reporting by Norvane and AFP
"""


def test_a_credit_line_stands_in_the_lineage_with_every_name_in_it() -> None:
    ledger = tell(CREDITS)
    found = lineage(ledger, 1, "credits")
    assert sorted(entry.source.name for entry in found) == ["AFP", "Norvane"]
    text = document(ledger, 1).text
    assert all(text[entry.start : entry.end] == entry.source.name for entry in found)


PICTURE = """
## The Brask Courier, 2021-10-05
Two killed by sniper fire in Hallam

Two women were killed by sniper fire in Hallam on Monday, the police said.

Police stand guard in Hallam on Tuesday. Photo: Lia Brandt/AFP
"""


def test_a_picture_credit_is_no_lineage() -> None:
    assert document(tell(PICTURE), 1).lineage == ()


DECLARED = """
## The Brask Courier, 2021-10-05
Army says it bombed rebel camp at Ulmar

The Keldrian army said that its jets bombed a camp of the Tarvik Brigades at Ulmar on Monday. Eight villagers
were killed, said Nadia Frome, a nurse at the clinic there.
"""


def test_an_attacker_that_says_it_struck_makes_the_status_declared() -> None:
    event = incident(tell(DECLARED), "Ulmar")
    assert event.status == "declared"
    assert [item.grade for item in event.facets["attacker"]] == ["admitted"]


def test_one_line_about_civilian_harm_is_a_weak_grade() -> None:
    event = incident(tell(DECLARED), "Ulmar")
    assert (event.grade, counted(event, 8).independent_lines) == ("weak", 1)


ALLEGED = """
## The Brask Courier, 2021-10-05
Eight killed in Ulmar

The Ossian Front bombed a bakery in Ulmar on Monday, killing eight people, said Nadia Frome, a nurse there.

## Harbour Times, 2021-10-05
Strike on bakery in Ulmar

Eight people were killed on Monday when the Ossian Front bombed a bakery in Ulmar, Northwatch, a monitoring
group, said.
"""


def test_an_attacker_that_only_others_name_makes_the_status_alleged_and_two_lines_a_fair_grade() -> None:
    event = incident(tell(ALLEGED), "Ulmar")
    assert (event.status, event.grade) == ("alleged", "fair")
    assert answer(event, "attacker", "Ossian Front").grade == "corroborated"


def test_a_named_monitor_keeps_its_name_beside_an_apposition() -> None:
    ledger = tell(ALLEGED)
    assert "Northwatch" in stances(ledger, counted(incident(ledger, "Ulmar"), 8))


HOSPITAL = """
## The Brask Courier, 2021-10-05
Eight people killed

The Ossian Front bombed a hospital in Ulmar on Monday, killing eight people, said Nadia Frome, a nurse there.
"""


def test_a_hospital_in_a_town_is_hit_in_that_town() -> None:
    assert incident(tell(HOSPITAL)).id == incident(tell(HOSPITAL), "Ulmar").id


VICTIM_FIRST = """
## The Brask Courier, 2021-10-05
Hospital in Ulmar bombed

Jets bombed the hospital in Ulmar on Monday, killing eight people, said Nadia Frome, a nurse there.
"""


def test_what_a_headline_says_was_bombed_is_no_attacker() -> None:
    assert incident(tell(VICTIM_FIRST), "Ulmar").facets.get("attacker", ()) == ()


ADMITTED_HARM = """
## The Brask Courier, 2021-10-05
Army admits killing civilians in Ulmar

The Keldrian army said on Tuesday that its jets had bombed a house in Ulmar on Monday and that four civilians
were killed.
"""


def test_harm_to_civilians_that_the_attacker_admits_is_confirmed() -> None:
    event = incident(tell(ADMITTED_HARM), "Ulmar")
    assert (event.status, event.grade, counted(event, 4).grade) == ("declared", "confirmed", "admitted")


NOBODY_NAMED = """
## The Brask Courier, 2021-10-05
Car bomb kills five in Ulmar

A car bomb exploded in Ulmar on Monday, killing five people, police said. There was no immediate claim of
responsibility.
"""


def test_an_attack_that_nobody_is_named_for_has_an_unknown_status() -> None:
    event = incident(tell(NOBODY_NAMED), "Ulmar")
    assert (event.status, event.grade) == ("unknown", "weak")


NO_HARM = """
## The Brask Courier, 2021-10-05
Army shells hill at Ulmar

The Keldrian army said that it shelled a hill near Ulmar on Monday and killed five fighters of the Tarvik
Brigades.
"""


def test_harm_to_fighters_alone_gives_no_grade() -> None:
    event = incident(tell(NO_HARM), "Ulmar")
    assert (event.grade, event.figures["killed"].best) == (None, 5)
    assert len(incidents(tell(NO_HARM))) == 1


def test_an_attacker_that_speaks_of_itself_as_it_has_declared_the_attack() -> None:
    assert incident(tell(NO_HARM), "Ulmar").status == "declared"

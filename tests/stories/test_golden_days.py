"""On which day it was, and when a page without a date came out, as the other accounts let it be known."""

import pytest

from stories import document, incident, tell

KNOWN = """
## The Brask Courier, 2021-10-05
Checkpoint attacked near Orlan

Gunmen attacked an army checkpoint near Orlan on Monday and killed six soldiers, the army said.
"""


def _undated(text: str) -> str:
    return f"{KNOWN}\n## Harbour Times\nAttack on a checkpoint near Orlan\n\n{text}\n"


ATTACK = "Gunmen attacked an army checkpoint near Orlan on Monday and killed six soldiers."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen attacked an army checkpoint near Orlan and killed six soldiers.", "2021-10-04"),
        (f"{ATTACK} They were buried on Wednesday.", "2021-10-06"),
        (f"{ATTACK} A wounded man died on Wednesday. The road was opened again on Friday.", "2021-10-08"),
        ("Gunmen attacked an army checkpoint near Orlan yesterday and killed six soldiers.", "2021-10-05"),
    ],
)
def test_a_page_without_a_date_is_of_the_latest_day_that_it_tells_of(text: str, day: str) -> None:
    found = document(tell(_undated(text)), 2)
    assert (found.published, found.published_basis) == (day, "inferred")


def test_why_a_page_is_of_a_day_stands_with_the_event_that_it_dates() -> None:
    attack = incident(tell(_undated(f"{ATTACK} They were buried on Wednesday.")), "Orlan")
    assert any("2.txt has no date of its own: it is of 2021-10-06" in reason for reason in attack.reasons)


def test_a_time_to_come_does_not_date_a_page() -> None:
    text = f"{ATTACK} The school will open again on Wednesday."
    assert document(tell(_undated(text)), 2).published == "2021-10-04"


def test_a_bulletin_is_of_the_weekday_at_its_head() -> None:
    story = f"""{KNOWN}
## Harbour Radio
Evening news, Wednesday

Gunmen attacked an army checkpoint near Orlan on Monday and killed six soldiers. The road is closed.
"""
    assert document(tell(story), 2).published == "2021-10-06"


def test_a_page_that_says_today_is_later_than_the_weekday_that_it_names() -> None:
    text = f"{ATTACK} Shops in the village were closed today."
    found = document(tell(_undated(text)), 2)
    assert found.published is None
    bounds = found.published_interval
    assert bounds is not None
    assert (bounds.earliest, bounds.latest) == ("2021-10-05", "2021-10-10")


NO_DAY = """
## The Brask Courier, 2021-10-08
Checkpoint attacked near Orlan

Gunmen attacked an army checkpoint near Orlan on Monday and killed six soldiers, the army said. Army jets then
bombed the village of Tessin.
"""


def test_an_event_without_a_day_is_of_the_day_told_before_it() -> None:
    bombing = incident(tell(NO_DAY), "Tessin")
    assert bombing.time is not None
    assert (bombing.time.earliest, bombing.time.latest, bombing.time.basis) == ("2021-10-04", "2021-10-04", "inferred")
    assert any(reason.startswith("date: no account gives its day; told after") for reason in bombing.reasons)


WRONG_DAY = """
## The Brask Courier, 2021-10-08
Checkpoint attacked near Orlan

Gunmen attacked an army checkpoint near Orlan on Monday and killed six soldiers, the army said.

## Harbour Times, 2021-10-08
Checkpoint attacked near Orlan

Gunmen attacked an army checkpoint near Orlan on Monday, killing six soldiers, residents said.

## Evening Post, 2021-10-08
Checkpoint attacked near Orlan

Gunmen attacked an army checkpoint near Orlan on Tuesday, killing six soldiers, a driver said.
"""


def test_of_two_days_the_one_that_more_accounts_give_is_taken_and_the_other_stays_an_answer() -> None:
    attack = incident(tell(WRONG_DAY), "Orlan")
    assert attack.time is not None
    assert (attack.time.earliest, attack.time.latest) == ("2021-10-04", "2021-10-04")
    assert {position.value for position in attack.facets["time"]} == {"2021-10-04", "2021-10-05"}
    (line,) = (reason for reason in attack.reasons if reason.startswith("date: accounts contradict each other"))
    assert "“on Monday” in 1.txt is 2021-10-04" in line
    assert "“on Tuesday” in 3.txt is 2021-10-05" in line


LATER_DEATH = """
## The Brask Courier, 2021-10-05
Checkpoint attacked near Orlan

Gunmen attacked an army checkpoint near Orlan and wounded six soldiers, the army said on Tuesday.

## Evening Post, 2021-10-10
Checkpoint attacked near Orlan

Gunmen attacked an army checkpoint near Orlan on Saturday, wounding six soldiers, the army said.
"""


def test_an_event_is_no_later_than_the_first_page_that_tells_of_it() -> None:
    attack = incident(tell(LATER_DEATH), "Orlan")
    assert len(attack.documents) == 2
    assert attack.time is not None
    assert attack.time.latest is not None
    assert attack.time.latest <= "2021-10-05"


def test_days_after_an_event_are_counted_from_the_day_that_others_give_it() -> None:
    story = f"""{KNOWN}
## Harbour Times, 2021-10-10
Jets bomb Tessin after attack on a checkpoint near Orlan

Gunmen attacked an army checkpoint near Orlan and killed six soldiers. Two days after the attack, jets bombed the
village of Tessin.
"""
    bombing = incident(tell(story), "Tessin")
    assert bombing.time is not None
    assert (bombing.time.earliest, bombing.time.latest, bombing.time.basis) == ("2021-10-06", "2021-10-06", "inferred")

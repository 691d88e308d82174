"""What makes two tellings one event or two, why, and what events are called."""

import csv

import pytest

from corroborate.pipeline import read_data
from corroborate.reconcile.events.families import load_families
from corroborate.reconcile.events.titles import load_title_forms
from stories import incident, incidents, tell

TWO_DAYS = """
## The Brask Courier, 2021-10-07
Second attack in Orlan in two days

Four people were killed on Wednesday when shells hit a bus queue in Orlan, a day after an attack on the market of
the town left 11 people dead.

The hospital said two men wounded in Tuesday's market shelling had died overnight.

## Harbour Times, 2021-10-06
Market in Orlan shelled

Shells hit the market of Orlan on Tuesday and killed nine people, the hospital said.
"""


def test_what_a_time_counts_from_is_another_event_than_what_it_dates() -> None:
    market, queue = incident(tell(TWO_DAYS), "Orlan", "2021-10-05"), incident(tell(TWO_DAYS), "Orlan", "2021-10-06")
    assert (len(market.documents), len(queue.documents)) == (2, 1)
    assert queue.figures["killed"].best == 4


def test_a_possessive_day_belongs_to_its_noun() -> None:
    market = incident(tell(TWO_DAYS), "Orlan", "2021-10-05")
    assert "shelling" in {mention.text for mention in market.mentions}
    assert not [line for line in market.reasons if "overnight" in line]


def test_a_join_says_what_both_accounts_name() -> None:
    market = incident(tell(TWO_DAYS), "Orlan", "2021-10-05")
    (reason,) = (line for line in market.reasons if line.startswith("one event in"))
    assert "the same place (Orlan)" in reason
    assert "the same day (2021-10-05)" in reason


def test_events_name_the_nearest_one_that_they_are_kept_apart_from() -> None:
    queue = incident(tell(TWO_DAYS), "Orlan", "2021-10-06")
    (reason,) = (line for line in queue.reasons if line.startswith("kept apart from"))
    assert "2021-10-05" in reason
    assert "one text tells of both" in reason
    assert "; for one event: " in reason


def test_an_event_that_shares_nothing_with_another_has_no_rival() -> None:
    story = """
## The Brask Courier, 2021-10-07
Gunmen attacked a checkpoint in Orlan on Wednesday and killed six soldiers, the army said.
"""
    assert not [line for line in incident(tell(story), "Orlan").reasons if line.startswith("kept apart")]


# --- titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Shells hit the market of Orlan on Tuesday, the mayor said.", "Shelling of the market of Orlan"),
        ("Gunmen fired on the town hall in Orlan on Tuesday, the mayor said.", "Shooting at the town hall, Orlan"),
        ("Gunmen shot dead two teachers in Orlan on Tuesday, the mayor said.", "Shooting of two teachers, Orlan"),
        ("The army shelled them in Orlan on Tuesday, the mayor said.", "Shelling, Orlan"),
        ("The Sarel Front attacked Orlan on Tuesday, the mayor said.", "Attack on Orlan"),
        ("Three houses in Orlan were set on fire on Tuesday, the mayor said.", "Burning of three houses, Orlan"),
    ],
)
def test_a_title_says_what_and_where_once(sentence: str, title: str) -> None:
    ledger = tell(f"\n## The Brask Courier, 2021-10-07\n{sentence}\n")
    assert [event.title for event in incidents(ledger)] == [title]


def test_a_title_names_who_did_it_only_by_a_name() -> None:
    named = tell("\n## The Brask Courier, 2021-10-07\nThe Sarel Front attacked near Orlan on Tuesday, police said.\n")
    unnamed = tell("\n## The Brask Courier, 2021-10-07\nGunmen attacked near Orlan on Tuesday, police said.\n")
    assert [event.title for event in incidents(named)] == ["Attack by Sarel Front, Orlan"]
    assert [event.title for event in incidents(unnamed)] == ["Attack, Orlan"]


def test_every_kind_of_event_has_a_form_of_title() -> None:
    families = {row["family"] for row in csv.DictReader(read_data("lexicons/families.csv").splitlines())}
    forms = load_title_forms(read_data)
    assert families == set(forms)
    assert {family for family, form in forms.items() if form.by} & {"death", "explosion", "clash", "accident"} == set()
    assert load_families(read_data).attacks <= set(forms)

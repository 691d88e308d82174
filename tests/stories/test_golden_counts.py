"""The dead and the hurt: later tolls, parts of a total, totals of a war, figures."""

import pytest

from stories import aggregates, counted, incident, incidents, tell

TOLLS = """
## The Brask Courier, 2021-09-07
Blast at Ferrin station kills seven

A bomb exploded at the railway station in Ferrin on Monday, killing seven people, the fire service said.

## The Brask Courier, 2021-09-08
Toll rises to ten

The death toll from Monday's bomb blast at the railway station in Ferrin has risen to ten, the fire service
said on Wednesday. Three of the wounded died overnight.

## Harbour Times, 2021-09-08
At least nine dead in Ferrin

At least nine people were killed when a bomb exploded at the railway station in Ferrin on Monday, the Red
Lantern relief society said.
"""


def test_a_later_toll_supersedes_the_earlier_one_of_the_same_body() -> None:
    event = incident(tell(TOLLS), "Ferrin")
    assert counted(event, 7).id in counted(event, 10).supersedes


def test_low_and_high_are_the_extremes_and_best_the_latest_exact_figure() -> None:
    figure = incident(tell(TOLLS), "Ferrin").figures["killed"]
    assert (figure.low, figure.high, figure.best) == (7, 10, 10)


def test_a_least_number_does_not_contradict_a_larger_one() -> None:
    event = incident(tell(TOLLS), "Ferrin")
    assert counted(event, 10).id not in counted(event, 9).contradicts
    assert counted(event, 10).id not in counted(event, 7).supersedes


PARTS = """
## The Brask Courier, 2021-09-07
Air raid kills twelve in Sallow Bay

An air raid on the harbour of Sallow Bay killed twelve people on Monday, five of them children, and wounded
eighteen, the harbour master said.
"""


def test_a_part_of_the_dead_is_part_of_the_total() -> None:
    event = incident(tell(PARTS), "Sallow Bay")
    part, whole = counted(event, 5), counted(event, 12)
    assert (part.part_of, part.quantity and part.quantity.group) == (whole.id, "children")
    assert not set(part.contradicts) & {whole.id}


def test_figures_are_of_the_whole_event_and_not_of_a_part() -> None:
    figures = incident(tell(PARTS), "Sallow Bay").figures
    assert [(name, figure.low, figure.high, figure.best) for name, figure in sorted(figures.items())] == [
        ("injured", 18, 18, 18),
        ("killed", 12, 12, 12),
    ]


MORE = """
## The Brask Courier, 2021-09-07
Air raid on Sallow Bay

An air raid on Sallow Bay killed twelve people on Monday, the harbour master said. Another eighteen people
were wounded.
"""


@pytest.mark.xfail(strict=True, reason='"Another eighteen" counts one')
def test_another_before_a_number_is_no_number() -> None:
    assert counted(incident(tell(MORE), "Sallow Bay"), 18, "injured").value == "Another eighteen people"


WAR = """
## The Brask Courier, 2021-09-07
Mine kills two near Toller

Two farmers were killed on Monday when their cart struck a mine near Toller, police said. The war in Keldria
has killed more than 90,000 people since 2014.
"""


def test_the_dead_of_a_war_are_an_aggregate_and_no_answer_about_one_attack() -> None:
    ledger = tell(WAR)
    event = incident(ledger, "Toller")
    assert counted(event, 2).grade == "single-source"
    assert (event.figures["killed"].high, event.figures["killed"].best) == (2, 2)
    assert [counted(item, 90_000).quantity.bound for item in aggregates(ledger) if item.facets.get("killed")] == [  # type: ignore[union-attr]
        "more-than"
    ]


NEXT_DAY = """
## The Brask Courier, 2021-09-07
Shells hit Orvenna

Shells hit a bakery in Orvenna on Monday and killed three people, the mayor said.

## The Brask Courier, 2021-09-08
Orvenna shelled again

Shells hit a pharmacy in Orvenna on Tuesday and killed one person, the mayor said.
"""


def test_the_same_town_on_the_next_day_is_another_event() -> None:
    ledger = tell(NEXT_DAY)
    assert len(incidents(ledger, "Orvenna")) == 2
    assert counted(incident(ledger, "Orvenna", "2021-09-06"), 3).quantity
    assert counted(incident(ledger, "Orvenna", "2021-09-07"), 1).quantity


TWO_COUNTS = """
## The Brask Courier, 2021-09-07
Nine die in Vennick raid

An air strike on Vennick on Monday killed nine people, the town council said.

## Harbour Times, 2021-09-07
Strike on Vennick

Fourteen people were killed in an air strike on Vennick on Monday, according to Northwatch, a monitoring
group.
"""


def test_two_exact_counts_of_the_same_dead_contradict_each_other() -> None:
    event = incident(tell(TWO_COUNTS), "Vennick")
    nine, fourteen = counted(event, 9), counted(event, 14)
    assert (nine.contradicts, fourteen.contradicts) == ((fourteen.id,), (nine.id,))
    assert {nine.grade, fourteen.grade} == {"contested"}


def test_rival_counts_give_the_extremes() -> None:
    figure = incident(tell(TWO_COUNTS), "Vennick").figures["killed"]
    assert (figure.low, figure.high) == (9, 14)

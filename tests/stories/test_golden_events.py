"""Which accounts tell of one event, and which do not."""

from stories import incident, incidents, tell

A_MONTH_LATER = """
## The Brask Courier, 2021-09-07
Shells hit bakery in Orvenna

Shells hit a bakery in Orvenna on Monday and killed three people, the mayor said.

## The Osk Lantern, 2021-10-12
School shelled in Orvenna

Shells hit a school in Orvenna on Monday and killed two people, the mayor said.
"""


def test_the_same_town_a_month_later_is_another_event() -> None:
    ledger = tell(A_MONTH_LATER)
    assert len(incidents(ledger, "Orvenna")) == 2


HEADLINES = """
## The Brask Courier, 2021-09-07
Shells hit Orvenna

Shells hit a bakery in Orvenna on Monday and killed three people, the mayor said.

## The Osk Lantern, 2021-09-08
Shells hit Orvenna

Shells hit a pharmacy in Orvenna on Tuesday and killed one person, the mayor said.
"""


def test_a_headline_is_about_what_its_own_page_tells() -> None:
    ledger = tell(HEADLINES)
    monday = incident(ledger, "Orvenna", "2021-09-06")
    assert len({mention.document for mention in monday.mentions}) == 1


TALKS = """
## The Brask Courier, 2021-09-08
Talks broken off after shelling of Orvenna

Talks between Keldria and Vostan in Tarsen were broken off on Tuesday. Keldrian shells had hit a bakery in Orvenna on
Monday and killed three people, the mayor of Orvenna said. Keldria's delegation said that the talks had failed.
"""


def test_talks_are_no_shelling_however_near_they_are_told() -> None:
    ledger = tell(TALKS)
    shelling = incident(ledger, "Orvenna")
    assert [mention.text for mention in shelling.mentions if "alks" in mention.text] == []


ONE_NIGHT = """
## The Brask Courier, 2021-09-07
Nine die in raid on Vennick

Warplanes bombed the village of Vennick on Monday evening and killed nine people, the district council said.

## The Osk Lantern, 2021-09-07
Air raid on Vennick

Nine people died when warplanes struck Vennick on Monday, a doctor at the Vennick clinic said.
"""


def test_two_accounts_of_one_raid_are_one_event_and_say_why() -> None:
    (event,) = incidents(tell(ONE_NIGHT), "Vennick")
    assert len(event.documents) == 2
    (reason,) = [reason for reason in event.reasons if reason.startswith("one event in")]
    assert "same place" in reason
    assert "same day" in reason

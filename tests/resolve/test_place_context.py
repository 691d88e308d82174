"""What the text writes beside a place, and what it is about, choose among places of one name."""

import pytest
from place_cases import PACK, places_of

from corroborate.pipeline import read_data
from corroborate.resolve.gazetteer import Gazetteer, open_gazetteer
from corroborate.resolve.place_forms import load_place_forms


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(PACK, forms=load_place_forms(read_data))


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("[Paris], [Texas], was flooded.", "Paris", "US", "Texas"),
        ("[London], [Ontario], was flooded.", "London", "CA", "Ontario"),
        ("[Charleston], [W.Va.], was flooded.", "Charleston", "US", "West Virginia"),
        ("[Atlanta], [Georgia], was flooded.", "Georgia", "US", "Georgia"),
        ("[Buffalo], [New York], was flooded.", "New York State", "US", "New York State"),
        ("[Newcastle], [NSW], was flooded.", "New South Wales", "AU", "New South Wales"),
    ],
)
def test_an_area_behind_the_comma_holds_the_place(
    gazetteer: Gazetteer, text: str, name: str, country: str, admin1: str
) -> None:
    found = places_of(text, gazetteer)
    place = found.get(name) or next(each for each in found.values() if each.spot and each.spot.name == name)
    assert (place.country, place.admin1) == (country, admin1), place.reason


def test_a_list_puts_no_place_in_another(gazetteer: Gazetteer) -> None:
    found = places_of("[Aleppo], [Hama] and [Idlib] in [Syria] were hit.", gazetteer)
    assert found["Aleppo"].areas == ()


def test_names_in_a_list_are_places_of_one_kind(gazetteer: Gazetteer) -> None:
    found = places_of("It snowed in [Oregon], [Washington] and [Idaho].", gazetteer)
    assert found["Washington"].spot is not None
    assert found["Washington"].spot.name == "Washington State"


def test_a_word_behind_a_name_says_what_it_is(gazetteer: Gazetteer) -> None:
    found = places_of("Cattle of a [Washington] state farm in the [United States] fell ill.", gazetteer)
    assert found["Washington"].spot is not None
    assert found["Washington"].spot.kind == "admin1"


def test_a_state_broadcaster_makes_no_state(gazetteer: Gazetteer) -> None:
    assert places_of("[Sudan] state television said so.", gazetteer)["Sudan"].precision == 6


def test_a_people_stands_for_its_country(gazetteer: Gazetteer) -> None:
    found = places_of("The [Georgian] coast was quiet.", gazetteer)
    assert [(place.name, place.country, place.precision) for place in found.values()] == [("Georgia", "GE", 6)]


def test_an_unknown_place_lies_where_the_others_lie(gazetteer: Gazetteer) -> None:
    text = "Raiders burned [Vexquorn]. [Goma], [Rutshuru] and [Masisi] in the [DR Congo] were calm."
    place = places_of(text, gazetteer)["Vexquorn"]
    assert (place.basis, place.admin1, place.precision) == ("context", "North Kivu", 4)
    assert place.spot is None
    assert "North Kivu" in place.reason


def test_one_known_place_says_nothing_of_another(gazetteer: Gazetteer) -> None:
    assert places_of("[Vexquorn] burned. [Goma] was calm.", gazetteer)["Vexquorn"].basis == "unresolved"


def test_a_site_named_for_a_town_lies_in_it(gazetteer: Gazetteer) -> None:
    place = places_of("A bomb hit the [Daquq checkpoint] in [Iraq].", gazetteer)["Daquq checkpoint"]
    assert (place.spot, place.basis, place.precision, place.country) == (None, "containing-area", 2, "IQ")


def test_a_part_of_the_world_needs_no_support(gazetteer: Gazetteer) -> None:
    assert places_of("Malaria is common in [Africa].", gazetteer)["Africa"].basis == "gazetteer"

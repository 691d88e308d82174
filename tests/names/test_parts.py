"""What a phrase says: the name in it, the nation, what kind of body."""

import pytest

from corroborate.names.parts import (
    body_form,
    nation_stem,
    personal_name,
    proper_part,
    sex_told,
    shortens,
    state_stem,
)
from corroborate.names.tables import load_name_tables
from corroborate.pipeline import read_data

TABLES = load_name_tables(read_data)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the self-styled Relief Front", "Relief Front"),
        ("destroyer Ardent", "Ardent"),
        ("abbé Udarin", "Udarin"),
        ("Ministry of Health", "Ministry of Health"),
        ("the council's", None),
        ("young men of Lemde", None),
        ("Norian army", None),
        ("Wardah al-Qadi", "Wardah al-Qadi"),
    ],
)
def test_the_name_in_a_phrase_stands_without_what_describes_it(phrase: str, name: str | None) -> None:
    assert proper_part(phrase, TABLES) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Chief Superintendent Alban Tresure", "Alban Tresure"),
        ("Mrs Tredan", "Tredan"),
        ("President of the Republic", None),
        ("Inspector General", None),
    ],
)
def test_a_person_is_not_the_office(phrase: str, name: str | None) -> None:
    assert personal_name(phrase, TABLES) == name


def test_titles_tell_a_sex_or_none() -> None:
    assert [sex_told(text, TABLES) for text in ("Mrs Tredan", "Herr Tredan", "Dr Tredan")] == ["female", "male", None]


@pytest.mark.parametrize(
    ("land", "people"), [("Kestra", "Kestran"), ("Noria", "Norian"), ("Kisaro", "Kisaran"), ("Mirpala", "Mirpali")]
)
def test_a_land_and_its_people_share_a_stem(land: str, people: str) -> None:
    assert nation_stem(land, TABLES) == nation_stem(people, TABLES)


def test_a_state_is_known_by_its_land_and_a_government_alone_by_none() -> None:
    assert state_stem("Velyan Federation", TABLES) == state_stem("the Velyan side", TABLES)
    assert state_stem("the government", TABLES) is None


@pytest.mark.parametrize(
    "name", ["Norian army", "the army of Noria", "Noria's armed forces", "Norian National Army", "Norian troops"]
)
def test_a_body_is_what_it_is_without_its_nation(name: str) -> None:
    assert body_form(name, frozenset({nation_stem("Noria", TABLES)}), frozenset(), TABLES) == "army"


def test_the_two_orders_of_a_ministry_s_title_are_one_form() -> None:
    forms = {
        body_form(name, frozenset(), frozenset({"lemde"}), TABLES)
        for name in ("Ministry of Defence", "defense ministry", "Ministry of Defence in Lemde")
    }
    assert forms == {"defense ministry"}


def test_a_short_name_has_words_of_the_long_one_in_order() -> None:
    long = ("lake", "states", "contact", "group")
    assert shortens(("contact", "group"), long)
    assert not shortens(("group", "contact"), long)
    assert not shortens(long, long)

import pytest

from corroborate.resolve.place_names import proper_name, same_place_name, site_noun


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("northern town of Tarin", "Tarin"),
        ("nearby quarter of Old Harvat", "Old Harvat"),
        ("peaceful village Lemde", "Lemde"),
        ("Veldra's North Harvat", "North Harvat"),
        ("St Alba's mission", "St Alba's mission"),
        ("hospital of Tarin", None),
        ("farmland at Tarin", None),
        ("western Veldra", None),
        ("north-western Harvat province", "Harvat province"),
        ("the old bridge", None),
        ("Copper Market in Tarin", "Copper Market"),
    ],
)
def test_the_proper_name_inside_the_words(words: str, name: str | None) -> None:
    assert proper_name(words) == name


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Tarin", "Tarin checkpoint", False),
        ("Tarin checkpoint", "Tarin Checkpoint", True),
        ("Tarin province", "Tarin", True),
        ("Sarn valley", "Sarn river", False),
        ("School of the Lamp", "Lamp", False),
    ],
)
def test_a_site_is_not_the_place_it_is_named_for(first: str, second: str, *, same: bool) -> None:
    assert same_place_name(first, second).same is same


def test_the_noun_of_a_site() -> None:
    assert (site_noun("Copper Market"), site_noun("School of the Lamp"), site_noun("Tarin")) == (
        "market",
        "school",
        None,
    )

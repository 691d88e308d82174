"""One key for the spellings of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.names.fold import core_words, fold, plain, skeleton
from corroborate.names.rules import BOLD, LIGHT, WORDS


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir ez-Zor", "Deir Ezzor", "Dayr az Zawr", "Deir el-Zor", "DEIR AL ZOUR"),
        ("Hudaydah", "Hodeida", "Al Hudaydah", "al-Ḩudaydah", "Hodeidah"),
        ("Raqqa", "Raqa", "ar-Raqqah", "Ar Raqqah"),
        ("Khan Shaykhun", "Khan Sheikhoun", "Khan Sheikhun"),
        ("Nabatieh", "Nabatiyeh", "Nabatiya"),
    ],
)
def test_spellings_of_a_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


def test_the_light_key_keeps_short_names_apart() -> None:
    assert fold("Taiz") == fold("Taez")
    assert plain("Taiz") != plain("Taez")


def test_an_article_that_is_the_whole_name_stays() -> None:
    assert core_words("Al") == ("al",)
    assert fold("The")


def test_the_skeleton_of_a_name_of_vowels_is_the_name() -> None:
    assert skeleton("aia") == "aia"


@given(st.text(max_size=30))
def test_any_text_has_a_key_in_one_word(name: str) -> None:
    assert len(fold(name).split()) <= 1
    assert plain(name) == plain(name.strip())


def test_every_rule_has_a_reason() -> None:
    assert all(reason for _, _, reason in (*LIGHT, *BOLD, *WORDS))

"""The language classifier is handed to cleaning and built once, by the first text that needs it."""

import dataclasses

from cleaning import shipped_knowledge

from corroborate.clean.language import SURE, language_of
from corroborate.clean.page import clean_page
from corroborate.model.document import Metadata, Page

TEXT = "A shell hit a bakery in Omrin on Monday, killing two people, the town's mayor said."


def test_cleaning_asks_the_classifier_that_it_was_handed() -> None:
    knowledge = dataclasses.replace(shipped_knowledge(), identify=lambda text: ("xx", 1.0))
    assert clean_page(Page("a.txt", TEXT, Metadata()), knowledge)[0].language == "xx"


def test_an_unsure_answer_is_none() -> None:
    assert language_of(TEXT, lambda text: ("en", SURE - 0.01)) is None


def test_only_the_beginning_of_a_text_is_classified() -> None:
    seen: list[int] = []

    def identify(text: str) -> tuple[str, float]:
        seen.append(len(text))
        return "en", 1.0

    language_of(TEXT * 1000, identify)
    assert seen == [3000]


def test_one_classifier_gives_the_same_answer_twice() -> None:
    identify = shipped_knowledge().identify
    assert identify(TEXT) == identify(TEXT)
    assert identify(TEXT)[0] == "en"

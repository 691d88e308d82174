"""The language of a text."""

from collections.abc import Callable
from functools import cache
from typing import Any

# What a text is likeliest written in (ISO 639-1), and how sure that is (0..1).
Identify = Callable[[str], tuple[str, float]]
# Beginning that is looked at (a third of a millisecond); longer texts give no better answer.
SAMPLE = 3000
# Letters below which the guess is a coin toss.
FEWEST_LETTERS = 40
# Confidence below which English news with many foreign names was taken for something else.
SURE = 0.5


def language_of(text: str, identify: Identify) -> str | None:
    """The ISO 639-1 code of the text's language; None where the text is too short or too mixed to say."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    code, confidence = identify(sample)
    return code if confidence >= SURE else None


def open_identifier(languages: tuple[str, ...]) -> Identify:
    """A classifier among `languages`. Its model takes half a second to load, so the first text that needs it does."""

    @cache
    def loaded() -> Any:
        from py3langid import langid
        from py3langid.langid import LanguageIdentifier

        identifier = LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
        known = set(identifier.labels)
        identifier.set_languages([code for code in languages if code in known])
        return identifier

    def identify(text: str) -> tuple[str, float]:
        code, confidence = loaded().classify(text.encode("utf-8", "replace"))
        return str(code), float(confidence)

    return identify

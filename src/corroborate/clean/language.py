"""The language of a text."""

from functools import lru_cache
from typing import Any

# Beginning that is looked at; longer texts give no better answer.
SAMPLE = 3000
# Letters below which the guess is a coin toss.
FEWEST_LETTERS = 40
# Confidence below which English news with many foreign names was taken for something else.
SURE = 0.5


def language_of(text: str, languages: tuple[str, ...]) -> str | None:
    """The ISO 639-1 code of the likeliest of `languages`; None where the text is too short or too mixed to say."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    code, confidence = _identifier(languages).classify(sample.encode("utf-8", "replace").decode("utf-8"))
    return str(code) if confidence >= SURE else None


@lru_cache(maxsize=1)
def _identifier(languages: tuple[str, ...]) -> Any:
    """The classifier, loaded at the first article: it takes half a second."""
    from py3langid import langid
    from py3langid.langid import LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([code for code in languages if code in known])
    return identifier

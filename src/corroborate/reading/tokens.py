"""Words with their offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corroborate.model.span import Span

# Acronyms with stops ("U.S."), numbers with separators, possessive and contracted endings as words of their own,
# words with inner hyphens or apostrophes (Al-Nusra, Sana'a), any other sign alone.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])"
    r"|(?:['’]s|n['’]t|['’](?:re|ve|ll|d|m))(?![^\W_])"
    r"|[^\W_]+?(?=n['’]t(?![^\W_]))"
    r"|[^\W_]+(?:(?:-|['’](?!(?:s|re|ve|ll|d|m|t)(?![^\W_])))[^\W_]+)*"
    r"|\S"
)


# "US-backed", "IS-held": adjectives, whatever their first letter.
_COMPOUND_ADJECTIVE = re.compile(
    r"-(?:backed|held|led|based|controlled|aligned|linked|affiliated|run|era|style|made|born|type|owned|trained|funded|"
    r"supported|occupied|allied|speaking|dominated|built|armed|friendly|inspired|wide)$"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign; `lower` is what lexicons are looked up by."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether it is written like a name: a capital first letter, here or after a lower-case article (al-Tanf)."""
        named = self.text[:1].isupper() or _prefixed_capital(self.text)
        return named and not _COMPOUND_ADJECTIVE.search(self.text)

    @property
    def word(self) -> bool:
        return self.text[:1].isalnum()

    @property
    def number(self) -> bool:
        return self.text[:1].isdigit()


def tokenise(text: str, within: Span | None = None) -> Iterator[Token]:
    """The tokens of `text`, or of the stretch `within`, with offsets into the whole text."""
    bounds = within or Span(0, len(text))
    for match in _WORD.finditer(text, bounds.start, bounds.end):
        word = match.group()
        yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"))


def lower_words(phrase: str) -> tuple[str, ...]:
    """The lower-case tokens of a lexicon entry, cut as text is cut."""
    return tuple(token.lower for token in tokenise(phrase))


def _prefixed_capital(word: str) -> bool:
    head, dash, tail = word.partition("-")
    return (
        bool(dash)
        and head in ("al", "an", "as", "ash", "ad", "ar", "at", "az", "el", "ez", "es")
        and tail[:1].isupper()
    )

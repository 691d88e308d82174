"""Names in other scripts, in Latin letters: the only module that imports `anyascii`."""

import unicodedata
from functools import lru_cache

# Scripts that write consonants only: what is read off them has no vowels to compare.
_VOWELLESS = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")
# Scripts whose every sign is a syllable or a word: another sign is another name, however alike in Latin letters.
_SYLLABIC = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


@lru_cache(maxsize=4_096)
def in_latin(name: str) -> str:
    """A name in Latin letters, word by word; names that are in Latin letters stay as they are.

    >>> in_latin("Юсуф"), in_latin("Müller")
    ('Yusuf', 'Müller')
    """
    if name.isascii() or not any(sign.isalpha() and not _is(sign, ("LATIN",)) for sign in name):
        return name
    from anyascii import anyascii

    return anyascii(name)


def vowelless(name: str) -> bool:
    """Whether a name stands in a script that leaves out vowels."""
    return any(_is(sign, _VOWELLESS) for sign in name if not sign.isascii())


def syllabic(name: str) -> bool:
    """Whether a name stands in a script of syllables or words."""
    return any(_is(sign, _SYLLABIC) for sign in name if not sign.isascii())


def _is(sign: str, scripts: tuple[str, ...]) -> bool:
    return unicodedata.name(sign, "").startswith(scripts)

"""One key for the many spellings of a name."""

import re
import unicodedata
from functools import lru_cache

from corroborate.names.rules import ARTICLES, ASSIMILATED, BOLD, BREAKS, LETTERS, LIGHT, SILENT, WORDS

_SIGNS = str.maketrans(
    {**dict.fromkeys(SILENT, ""), **dict.fromkeys(BREAKS, " "), **{old: new for old, new, _ in LETTERS}}
)
_WORDS = {old: new for old, new, _ in WORDS}
_LIGHT = tuple((re.compile(pattern), new) for pattern, new, _ in LIGHT)
_BOLD = tuple((re.compile(pattern), new) for pattern, new, _ in BOLD)
_VOWELS = str.maketrans("", "", "aeiou")
# "ezzor" for "ez-Zor": a vowel and a doubled letter that swallows the article's l, inside a name.
_FUSED_ARTICLE = re.compile(r"[ae](?=(sh|th|dh|[stdzrn])\1.{2})")
# Words kept ready: a story names far fewer.
REMEMBERED = 65_536


@lru_cache(maxsize=REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without accents, apostrophes and hyphens; articles are still there.

    >>> words("Ma'arrat an-Nu‘mān")
    ('maarrat', 'an', 'numan')
    """
    lowered = name.casefold().translate(_SIGNS)
    if not lowered.isascii():
        lowered = "".join(mark for mark in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(mark))
    return tuple(lowered.split())


@lru_cache(maxsize=REMEMBERED)
def core_words(name: str) -> tuple[str, ...]:
    """The words of a name without Arabic articles, standing alone or run together, and without "the".

    >>> core_words("Deir ez-Zor"), core_words("Deir Ezzor")
    (('deir', 'zor'), ('deir', 'zor'))
    """
    found = words(name)
    kept = [
        _bare(word, first=place == 0)
        for place, word in enumerate(found)
        if not _is_article(word, found[place + 1 : place + 2])
    ]
    return tuple(_WORDS.get(word, word) for word in kept)


@lru_cache(maxsize=REMEMBERED)
def plain_word(word: str) -> str:
    """One word after the light rules only: what short names are compared by."""
    for pattern, new in _LIGHT:
        word = pattern.sub(new, word)
    return word


@lru_cache(maxsize=REMEMBERED)
def fold_word(word: str) -> str:
    """One word after all rules.

    >>> fold_word("talbiseh"), fold_word("suwayda"), fold_word("sweida")
    ('talbisa', 'swida', 'swida')
    """
    word = plain_word(word)
    for pattern, new in _BOLD:
        word = pattern.sub(new, word)
    return word


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """A key that the common spellings of a name share, as words run together.

    >>> fold("ar-Raqqah") == fold("Raqa"), fold("Deir ez-Zor") == fold("Dayr az Zawr")
    (True, True)
    """
    return "".join(fold_word(word) for word in core_words(name)) or "".join(words(name))


@lru_cache(maxsize=REMEMBERED)
def plain(name: str) -> str:
    """A key that only the safest spelling differences share: case, accents, articles, doubled letters, q, ou."""
    return "".join(plain_word(word) for word in core_words(name)) or "".join(words(name))


def skeleton(key: str) -> str:
    """The consonants of a folded key: what is left when vowels are written as they sound.

    >>> skeleton(fold("Latamna")) == skeleton(fold("al-Lataminah"))
    True
    """
    return key.translate(_VOWELS) or key


def _is_article(word: str, following: tuple[str, ...]) -> bool:
    if word == "the":
        return bool(following)
    if not following or not 2 <= len(word) <= 3:
        return False
    if word in ARTICLES:
        return True
    return word[0] in "aeu" and word[1:] in ASSIMILATED and following[0].startswith(word[1:])


def _bare(word: str, *, first: bool) -> str:
    return word if first else _FUSED_ARTICLE.sub("", word, count=1) if _FUSED_ARTICLE.match(word) else word

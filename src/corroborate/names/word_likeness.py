"""How far two words of names are one: a table of small rules, the first that fits gives the score."""

from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import OSA

from corroborate.names.fold import fold_word, plain_word, skeleton
from corroborate.names.tables import NameTables
from corroborate.names.words import NEVER_TYPOS_OF_EACH_OTHER

Score = tuple[float, str]
WordRule = Callable[[str, str, NameTables], Score | None]

# One wrong letter: the longer the word, the less likely it is another name. In shorter words it usually is:
# Mali and Bali, Hama and Homs, Iran and Iraq.
ONE_SLIP: tuple[tuple[int, float], ...] = ((8, 0.9), (6, 0.85), (5, 0.8))
# Two wrong letters are a slip in long words only.
TWO_SLIPS: tuple[tuple[int, float], ...] = ((8, 0.8), (7, 0.75))
# From this length on, words with the same consonants may differ by one vowel (two from the second).
LONG_ENOUGH_FOR_A_VOWEL = 5
LONG_ENOUGH_FOR_TWO_VOWELS = 8
# A word of this length or less is itself or another word.
SHORT = 3
# Sounds that a script of consonants does not tell apart: Arabic has no p, v and g, and writes o, u, i and e, if at all,
# with w and y.
_AS_WRITTEN_IN_CONSONANTS = str.maketrans({"p": "b", "v": "f", "g": "j", "q": "k", "w": None, "y": None, "h": None})


def same_word(first: str, second: str, tables: NameTables) -> Score | None:
    """The same but for doubled letters, q and k, ou and u."""
    return (1.0, "the same word") if plain_word(first) == plain_word(second) else None


def written_short(first: str, second: str, tables: NameTables) -> Score | None:
    """One is the other written short: "Intl", "Dept"."""
    ours, theirs = tables.short.get(first, first), tables.short.get(second, second)
    return (1.0, "the same word, written short") if ours == theirs else None


def an_initial(first: str, second: str, tables: NameTables) -> Score | None:
    """One is the first letter of the other."""
    fits = 1 in (len(first), len(second)) and first[0] == second[0]
    return (0.85, "an initial") if fits else None


def another_word(first: str, second: str, tables: NameTables) -> Score | None:
    """Short words, and words that are names of their own, are never slips for one another."""
    if min(len(first), len(second)) <= SHORT or {first, second} <= NEVER_TYPOS_OF_EACH_OTHER:
        return _form_of_one_name(first, second, tables) or (0.0, "two words")
    return None


def same_sounds(first: str, second: str, tables: NameTables) -> Score | None:
    """Two spellings of the same sounds: Qusayr, Quseir."""
    return (0.95, "two spellings of the same sounds") if fold_word(first) == fold_word(second) else None


def _form_of_one_name(first: str, second: str, tables: NameTables) -> Score | None:
    """Forms of one given name: Yusuf and Joseph, Ted and Theodore."""
    shared = tables.given.get(fold_word(first), frozenset()) & tables.given.get(fold_word(second), frozenset())
    return (0.9, f"forms of the name {min(shared)}") if shared else None


def a_vowel_apart(first: str, second: str, tables: NameTables) -> Score | None:
    """The same consonants, and a vowel (in long words two) heard otherwise: Lataminah, Latamna."""
    ours, theirs = fold_word(first), fold_word(second)
    shorter, apart = min(len(ours), len(theirs)), OSA.distance(ours, theirs)
    vowels = (shorter >= LONG_ENOUGH_FOR_A_VOWEL) + (shorter >= LONG_ENOUGH_FOR_TWO_VOWELS)
    fits = apart <= vowels and skeleton(ours) == skeleton(theirs) and ours[0] == theirs[0]
    return (0.9, "the same consonants, a vowel apart") if fits else None


def slips(first: str, second: str, tables: NameTables) -> Score | None:
    """One or two letters wrong, left out, added or changed places, as the length allows."""
    ours, theirs = plain_word(first), plain_word(second)
    # Where one letter is missing the longer word counts; where two are wrong both must be long.
    lengths, apart = sorted((len(first), len(second))), OSA.distance(ours, theirs)
    limits, counts = {1: (ONE_SLIP, lengths[1]), 2: (TWO_SLIPS, lengths[0])}.get(apart, ((), 0))
    score = next((score for length, score in limits if counts >= length), 0.0)
    counted = "one letter" if apart == 1 else "two letters"
    return (score, f"{counted} apart in a long word") if score else None


WORD_RULES: tuple[WordRule, ...] = (
    same_word,
    written_short,
    an_initial,
    another_word,
    same_sounds,
    _form_of_one_name,
    a_vowel_apart,
    slips,
)


@lru_cache(maxsize=65_536)
def word_likeness(first: str, second: str, tables: NameTables) -> Score:
    """How far two words are one (1 the same, 0 another), and why."""
    for rule in WORD_RULES:
        if (found := rule(first, second, tables)) is not None:
            return found
    return 0.0, "two words"


@lru_cache(maxsize=4_096)
def consonant_likeness(first: str, second: str) -> Score:
    """How far two words are one where one of them was written without vowels."""
    ours, theirs = _consonants(first), _consonants(second)
    fits = ours == theirs and len(ours) > 1
    return (0.9, "the same consonants in a script without vowels") if fits else (0.0, "two words")


def _consonants(word: str) -> str:
    return plain_word(skeleton(fold_word(word).translate(_AS_WRITTEN_IN_CONSONANTS)))

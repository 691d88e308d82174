"""The parts of a phrase that names somebody: the name in it, the nation, the office, what kind of body it is."""

from collections.abc import Collection
from functools import lru_cache

from corroborate.names.fold import core_words, fold, words
from corroborate.names.tables import NameTables

# Words after which a phrase tells of something else, and no name begins: "residents of Lemde".
_TURNS = frozenset(("of", "in", "at", "from", "for", "with", "by", "on", "near", "to", "and", "who", "whose"))
_LINKS = frozenset(
    ("of", "the", "for", "and", "in", "on", "at", "to", "de", "du", "del", "la", "le", "des", "y", "von")
)
# A nation's name keeps this many letters when its ending goes.
_LEAST_STEM = 4
# What follows these words says where a body sits: "the ministry in Meerwijk".
_SEATS = frozenset(("in", "at", "near"))
_PERSONAL_LINKS = frozenset(("of", "for", "in", "at", "on", "to"))


@lru_cache(maxsize=16_384)
def proper_part(phrase: str, tables: NameTables) -> str | None:
    """The name that closes a phrase, without the words in lower case and the labels before it; None where none does.

    "the self-styled Relief Front" is "Relief Front", "the destroyer Ardent" is "Ardent"; "young men of Lemde" and
    "Norian army" describe and bear no name of their own.
    """
    found = [word.strip("\"“”'‘’,") for word in without_owner_mark(phrase).split()]
    start = 0
    while start < len(found) and (not _capital(found[start]) or found[start].casefold() in tables.labels):
        if found[start] in _TURNS or found[start].endswith(("'s", "’s")):
            return None
        start += 1
    rest = found[start:]
    if not rest or not _capital(rest[-1]) or not all(_capital(word) or _links(word) for word in rest):
        return None
    return " ".join(rest)


@lru_cache(maxsize=16_384)
def personal_name(phrase: str, tables: NameTables) -> str | None:
    """A person's name in a phrase, without titles before it; None for an office ("President of the Republic")."""
    part = proper_part(phrase, tables)
    found = part.split() if part is not None else []
    while len(found) > 1 and all(word in tables.titles or word == "the" for word in words(found[0])):
        found = found[1:]
    if not found or any(word in _PERSONAL_LINKS for word in found):
        return None
    last = words(found[-1])
    return None if last and last[-1] in tables.titles and tables.titles[last[-1]] == "" else " ".join(found)


@lru_cache(maxsize=16_384)
def sex_told(phrase: str, tables: NameTables) -> str | None:
    """The sex that a title in a phrase tells: "Mrs", "Herr"."""
    told = {tables.titles[word] for word in words(phrase) if tables.titles.get(word)}
    return told.pop() if len(told) == 1 else None


@lru_cache(maxsize=16_384)
def nation_stem(word: str, tables: NameTables) -> str:
    """What a land and its adjective share: "kestr" of "Kestra" and "Kestran"."""
    plain = "".join(words(word.replace("’", "'").removesuffix("'s")))
    for ending in tables.demonym_endings:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST_STEM:
            return plain.removesuffix(ending)
    return plain


@lru_cache(maxsize=16_384)
def state_stem(name: str, tables: NameTables) -> str | None:
    """The nation that a state's name says: of "Velyan Federation", "the Norian side"; None of "the government"."""
    rest = [
        word
        for word in name.replace("’", "'").split()
        if _capital(word) and not {part.removesuffix("'s") for part in words(word)} <= tables.state_words
    ]
    if not rest:
        return None
    return " ".join((*(fold(word) for word in rest[:-1]), nation_stem(rest[-1], tables)))


@lru_cache(maxsize=16_384)
def body_form(name: str, nations: frozenset[str], places: frozenset[str], tables: NameTables) -> str:
    """What kind of body a name says, without its nation and place and in one wording: "defense ministry".

    `nations` are stems, `places` words of place names: words that say whose or where a body is, not what.
    """
    found = _what(name, nations, tables)
    says = tuple(word for word in found if nation_stem(word, tables) not in nations)
    bare = tuple(word for word in says if word not in tables.state_words)
    where = tuple(word for word in bare if word not in places)
    # "City of Lemde Police Department": two words that say what it is close a longer name.
    ends = (found[-3:], found[-2:]) if proper_part(name, tables) is not None else ()
    tries = (found, says, bare, where, *ends)
    known = (tables.body_words[form] for form in tries if form in tables.body_words)
    return next(known, " ".join(says))


def tells_members(name: str, tables: NameTables) -> bool:
    """Whether a phrase says who serves in a body rather than what it is: "soldiers", "the country's troops"."""
    found = core_words(name)
    return any(found[-size:] in tables.members for size in (1, 2))


def _what(name: str, nations: frozenset[str], tables: NameTables) -> tuple[str, ...]:
    """The words of a body's name without what says whose or where it is: owner before it, seat and nation after it."""
    whole = without_owner_mark(name).replace("’", "'").replace("-", " ").split()
    turn = next((at for at, word in enumerate(whole) if at and word in _SEATS), len(whole))
    kept = [word for word in whole[:turn] if not word.endswith(("'s", "s'"))]
    while "of" in kept[1:]:
        at = len(kept) - 1 - kept[::-1].index("of")
        tail = core_words(" ".join(kept[at + 1 :]))
        if not all(nation_stem(word, tables) in nations or word in tables.state_words for word in tail):
            break
        kept = kept[:at]
    return tuple(word for word in core_words(" ".join(kept)) if word != "the")


def without_owner_mark(phrase: str) -> str:
    """A phrase without the mark of an owner at its end: "the council's"."""
    plain = phrase.replace("’", "'")
    return phrase[:-2] if plain.endswith("'s") else phrase[:-1] if plain.endswith("s'") else phrase


def capital_opening(name: str) -> str | None:
    """The first word of a name, where it has a capital and the rest has none: the nation of "Kestran army"."""
    found = name.split()
    lower = len(found) > 1 and all(word[:1].islower() for word in found[1:])
    return found[0] if lower and found[0][:1].isupper() else None


def shortens(short: Collection[str], long: Collection[str]) -> bool:
    """Whether the words of one name stand in another in the same order, and the other has more."""
    rest = iter(long)
    return 0 < len(short) < len(long) and all(word in rest for word in short)


def _capital(word: str) -> bool:
    # "al-Qadi", "d'Almeida", "9th": a capital after a short opening, or a figure.
    return any(map(str.isupper, word[:4])) or word[:1].isdigit()


def _links(word: str) -> bool:
    return (
        word in _LINKS
        or not any(map(str.isalnum, word))
        or word.casefold() in ("al", "el", "bin", "ben", "ibn", "abu", "van", "der", "da", "dos")
    )

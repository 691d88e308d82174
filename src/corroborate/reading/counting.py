"""What numbers count: each number of a sentence with the noun that it counts, and how it stands to a whole."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from corroborate.reading.lexicon import Unit
from corroborate.reading.numbers import Number, bounded_after, number_at, number_led
from corroborate.reading.sheet import Sheet

# The noun that a number counts stands at most this many words after it: "24 heavily armed foreign fighters".
_UNIT_REACH = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MONEY = frozenset("$€£¥₦₹")
_ARTICLES = frozenset(("a", "an", "another"))
# Numbers only beside what they count, with nothing but adjectives between.
_DETERMINERS = frozenset(("both", "either", "neither", "no"))
# Vague words that are common without counting anybody: they need a word of harm.
WEAK = frozenset(("some", "many", "more", "most", "any", "certain", "few", "various", "others", "numbers", "multiple"))
_STILL = frozenset(("other", "others", "more", "further", "additional", "new", "of"))
# What somebody is, not who: "two soldiers dead" counts soldiers.
STATES = frozenset(("dead", "wounded", "injured"))
_LOSSES = frozenset(("death", "casualty", "fatality", "victim", "body", "corpse", "injury", "other"))
_INCLUDING = (("among", "them"), ("among", "whom"), ("of", "whom"), ("of", "them"))
_OF_THEM = frozenset(("them", "whom", "these", "those", "us"))
_UNCOUNTED_BEFORE = frozenset(
    ["the", "this", "that", "each", "every", "which", "any", "not", "another", "day", "day's", "number", "no", "aged"]
)
_BE = frozenset(("was", "were", "is", "are", "been"))


@dataclass(frozen=True, slots=True)
class Item:
    """A number with its noun at tokens `first` to `end`.

    `part`: of a whole named before ("five of them", "including four children"). `of_whole`: of a number named
    right after ("17 of 21 drones"). `told`: the noun stands behind a verb ("nine were civilians").
    """

    number: Number
    end: int
    unit: Unit | None
    part: bool = False
    of_whole: bool = False
    told: bool = False

    @property
    def first(self) -> int:
        return self.number.first

    @property
    def person(self) -> bool:
        return self.unit is None or self.unit.kind == "person"


def find_items(sheet: Sheet, bounds: tuple[int, int], taken: Collection[int]) -> tuple[Item, ...]:
    """The numbers of a sentence that may count something, in order."""
    found: list[Item] = []
    index = bounds[0]
    while index < bounds[1]:
        index = number_led(sheet, index, bounds[1])
        number = number_at(sheet, index, bounds, taken)
        if number is None:
            index += 1
            continue
        item = _item(sheet, number, bounds)
        index = max(number.end, item.end if item is not None else 0)
        if item is not None:
            found.append(item)
    return tuple(_shared(item, found[at + 1 :][:1]) for at, item in enumerate(found))


def _shared(item: Item, following: list[Item]) -> Item:
    """ "17 of 21 drones": the first number counts what the second does."""
    if item.of_whole and following and following[0].unit is not None:
        unit = following[0].unit
        return replace(item, unit=replace(unit, lemma="other") if unit.kind == "person" else unit)
    return item


def _item(sheet: Sheet, number: Number, bounds: tuple[int, int]) -> Item | None:
    if _is_name_or_measure(sheet, number, bounds):
        return None
    end = bounds[1]
    word = sheet.tokens[number.core].lower
    if _of(sheet, number.end, end):
        return _of_some(sheet, number, bounds)
    unit, after = unit_after(sheet, number.end, end)
    if unit is None:
        more = _past_more(sheet, number.end, end)
        single = number.end - number.core == 1
        return None if single and (word in _ARTICLES or word in _DETERMINERS) else _bare(sheet, number, more, bounds)
    if unit.kind == "measure" or _too_far(sheet, number, after) or _is_singular(sheet, number, after):
        return None
    return _widened(sheet, Item(number, after, unit, part=_is_part(sheet, number, bounds[0])), end)


def _too_far(sheet: Sheet, number: Number, after: int) -> bool:
    """Whether the noun is too far from an article, "no" or "both" to be counted by it: more than two words on."""
    word = sheet.tokens[number.core].lower
    article = word in _ARTICLES or word in _DETERMINERS
    return article and number.end - number.core == 1 and after - number.end > 2


def _is_singular(sheet: Sheet, number: Number, after: int) -> bool:
    """Whether a noun in the singular stands behind a number over one: "Gate 7 district" is a name."""
    last = sheet.tokens[after - 1].lower
    over_one = not number.vague and max(number.low or 0, number.high or 0) > 1
    return over_one and sheet.tokens[number.core].number and f"{last}s" in sheet.lexicon.units.by_first


def _widened(sheet: Sheet, item: Item, end: int) -> Item:
    """The item with "or more", "or so" behind its noun."""
    more = bounded_after(sheet, item.number, item.end, end) if item.number.bound == "exact" else None
    if more is None or sheet.tokens[item.end].lower not in ("or", "at", "in", "altogether"):
        return item
    return replace(item, number=replace(more, end=item.number.end), end=more.end)


def _bare(sheet: Sheet, number: Number, end: int, bounds: tuple[int, int]) -> Item | None:
    """A number without a noun beside it; its noun may stand behind a verb: "nine were civilians"."""
    if _is_bare_name(sheet, number, bounds):
        return None
    unit = _told_unit(sheet, end, bounds[1])
    return Item(number, end, unit, part=_is_part(sheet, number, bounds[0]), told=unit is not None)


def _told_unit(sheet: Sheet, at: int, end: int) -> Unit | None:
    if at >= end or sheet.tokens[at].lower not in _BE:
        return None
    near = at + 1
    while near < end and sheet.tokens[near].lower in ("all", "mostly", "also", "from", "reportedly"):
        near += 1
    unit, _ = unit_after(sheet, near, end)
    return unit if unit is not None and unit.kind == "person" and unit.lemma not in STATES else None


# --- nouns


def unit_after(sheet: Sheet, at: int, end: int) -> tuple[Unit | None, int]:
    """The noun that a number counts and the token after it; (None, at) where none follows."""
    for near in range(at, min(at + _UNIT_REACH, end)):
        found = sheet.lexicon.units.at(sheet.tokens, near)
        if found is not None and found.entries[0].kind == "measure":
            return found.entries[0], near + found.length
        if found is not None:
            return _widest(sheet, near + found.length, found.entries[0], end)
        token = sheet.tokens[near]
        blocked = sheet.is_function(near) and token.lower not in _STILL
        if not token.word or token.number or blocked or token.lower == "of":
            break
        if sheet.lexicon.harm.at(sheet.tokens, near) or near in sheet.time_tokens:
            break
    return None, at


def _widest(sheet: Sheet, end: int, unit: Unit, limit: int) -> tuple[Unit, int]:
    """A compound counts its last noun: "12 police officers", "20 rebel fighters", "eight civilian deaths"."""
    while end < limit and (further := sheet.lexicon.units.at(sheet.tokens, end)) is not None:
        entry = further.entries[0]
        if entry.lemma in STATES and unit.kind == "person" and unit.lemma not in STATES:
            break
        keeps = entry.group is None and entry.kind == "person" and entry.lemma in _LOSSES
        unit, end = (replace(entry, group=unit.group) if keeps else entry), end + further.length
    return unit, end


def _past_more(sheet: Sheet, at: int, end: int) -> int:
    while at < end and sheet.tokens[at].lower in ("more", "others", "other", "further"):
        at += 1
    return at


# --- parts


def _of(sheet: Sheet, at: int, end: int) -> bool:
    return at + 1 < end and (sheet.tokens[at].lower == "of" or sheet.tokens[at - 1].lower == "of")


def _of_some(sheet: Sheet, number: Number, bounds: tuple[int, int]) -> Item | None:
    """ "five of them", "two of the victims", "hundreds of people", "12 of the 30 wounded"."""
    end = bounds[1]
    at = number.end + (sheet.tokens[number.end].lower == "of")
    if sheet.tokens[at].lower in _OF_THEM:
        return _of_them(sheet, number, at + 1, end)
    while at < end and sheet.is_function(at, "determiner") and sheet.lexicon.units.at(sheet.tokens, at) is None:
        at += 1
    if at < end and number_at(sheet, at, bounds, ()) is not None:
        return Item(number, number.end, None, of_whole=True)
    unit, after = unit_after(sheet, at, end)
    if unit is None:
        return None
    if unit.kind == "measure":
        return None
    return Item(number, after, unit, part=_is_part(sheet, number, bounds[0]))


def _of_them(sheet: Sheet, number: Number, at: int, end: int) -> Item:
    unit, after = unit_after(sheet, at, end)
    if unit is not None and unit.kind == "person":
        return Item(number, after, unit, part=True)
    told = _told_unit(sheet, at, end)
    of_those = sheet.tokens[at - 1].lower in ("these", "those")  # "eleven of those aboard were killed"
    return Item(number, at, told, part=not of_those, told=told is not None)


def _is_part(sheet: Sheet, number: Number, start: int) -> bool:
    """Whether words of inclusion stand right before it: "including", "among them", "among whom were"."""
    before = sheet.words(max(start, number.first - 3), number.first)
    return bool(before) and (
        before[-1] in ("including", "amongst", "among") or before[-2:] in _INCLUDING or (before[:2] in _INCLUDING)
    )


# --- numbers that count nothing


def _is_name_or_measure(sheet: Sheet, number: Number, bounds: tuple[int, int]) -> bool:
    """Money, "34-year-old", "No. 12", "one another"."""
    before = sheet.tokens[number.first - 1] if number.first > bounds[0] else None
    after = sheet.tokens[number.end] if number.end < bounds[1] else None
    last = sheet.tokens[number.end - 1]
    if before is not None and (before.text in _MONEY or before.lower in ("no.", "number", "nr")):
        return True
    if before is not None and before.text in "/.-+" and before.end == sheet.tokens[number.core].start:
        return True
    hyphen = after is not None and after.text in "-/.:" and after.start == last.end and number.end + 1 < bounds[1]
    return hyphen and sheet.tokens[number.end + 1].start == last.end + 1


def _is_bare_name(sheet: Sheet, number: Number, bounds: tuple[int, int]) -> bool:
    """Whether a number without a noun is a year, an age, part of a name, or the pronoun "one"."""
    core = sheet.tokens[number.core]
    before = sheet.tokens[number.first - 1] if number.first > bounds[0] else None
    after = sheet.tokens[number.end].lower if number.end < bounds[1] else ""
    year = (
        core.number and number.bound == "exact" and number.low is not None and _FIRST_YEAR <= number.low <= _LAST_YEAR
    )
    if (year and "," not in core.text) or after in ("per", "%"):
        return True
    if core.lower == "one" and (after == "another" or (before is not None and before.lower in _UNCOUNTED_BEFORE)):
        return True
    return before is not None and (_is_age(sheet, number, bounds[0], after) or _is_numbered(sheet, number, bounds))


def _is_age(sheet: Sheet, number: Number, start: int, after: str) -> bool:
    """ "Leo Prast, 41, ran", "(41)", "a man of 60", "a boy aged 12"."""
    before, back = sheet.tokens[number.first - 1].lower, number.first - 2
    if before == "(" and after == ")":
        return True
    named = back >= start and sheet.tokens[back].capital and back - 1 >= start and sheet.tokens[back - 1].word
    if before == "," and (after == "," or (named and after in ("and", "who", ".", ")", ""))):
        return True
    if any(sheet.tokens[near].lower == "aged" for near in range(max(start, number.first - 3), number.first)):
        return True
    if _is_pair_of_ages(sheet, number, start):
        return True
    return before in ("of", "aged") and back >= start and sheet.lexicon.units.at(sheet.tokens, back) is not None


def _is_pair_of_ages(sheet: Sheet, number: Number, start: int) -> bool:
    """ "his two sons, 19 and 16, were": both numbers between commas, behind a noun of persons."""
    texts = [token.lower for token in sheet.tokens[max(start, number.first - 4) : number.end + 3]]
    return any(
        texts[at] == texts[at + 4] == ","
        and texts[at + 1].isdigit()
        and texts[at + 2] == "and"
        and texts[at + 3].isdigit()
        for at in range(len(texts) - 4)
    )


def _is_numbered(sheet: Sheet, number: Number, bounds: tuple[int, int]) -> bool:
    """ "Highway 60", "Resolution 2104", "Group of Seven": a name, unless a verb in the plural follows."""
    at = number.first - 1
    before = sheet.tokens[at]
    if sheet.tokens[number.core].capital and number.core > bounds[0] and before.lower == "of":
        return True
    named = before.capital and before.word and not sheet.is_function(at) and at not in sheet.time_tokens
    if not named or not sheet.tokens[number.core].number or number.first != number.core:
        return False
    plural = number.end < bounds[1] and sheet.tokens[number.end].lower in ("were", "are", "have")
    return not plural and not _ends_harm(sheet, at, bounds[0])


def _ends_harm(sheet: Sheet, at: int, start: int) -> bool:
    return any(
        (found := sheet.lexicon.harm.at(sheet.tokens, back)) is not None and back + found.length == at + 1
        for back in range(max(start, at - 3), at + 1)
    )

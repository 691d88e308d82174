"""Name records: the mentions of a document, whom they belong to, and what they stand for again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.reading import Name
from corroborate.model.span import Span
from corroborate.reading.nouns import NounPhrase
from corroborate.reading.sheet import Sheet
from corroborate.reading.sources import Finder, Source, can_speak
from corroborate.reading.words import AREA_WORDS, BODY_JOINS, GENERIC_BODIES, PLURAL, SERVING

_PERSONS = ("person", "role")
_NO_BODIES = frozenset(("place", "thing", "person", "role", "population", "platform"))
_PERSONAL = frozenset(("he", "she", "him", "her", "i", *PLURAL))


@dataclass(frozen=True, slots=True)
class Names:
    """The records in text order, and where the grammar's phrases and pronoun tokens stand among them."""

    records: tuple[Name, ...]
    of_phrase: Mapping[NounPhrase, int]
    of_pronoun: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Item:
    phrase: NounPhrase | None
    span: Span
    name: Name
    token: int


def name_records(finder: Finder, sources: Sequence[Source]) -> Names:
    """Names for every noun phrase, the bodies nested in it, and the pronouns and plain nouns that speak."""
    spoken = frozenset(source.phrase for source in sources if source.phrase is not None)
    items = sorted(_items(finder, sources), key=lambda item: (item.span.start, -item.span.end, item.phrase is None))
    of_phrase = {item.phrase: index for index, item in enumerate(items) if item.phrase is not None}
    of_pronoun = {item.token: index for index, item in enumerate(items) if item.name.kind == "pronoun"}
    records = [item.name for item in items]
    for index in range(len(items)):
        records[index] = _linked(finder, items, index, of_phrase)
        records[index] = replace(records[index], of=_antecedent(finder, items, records, index, spoken))
    return Names(tuple(records), of_phrase, of_pronoun)


def _items(finder: Finder, sources: Sequence[Source]) -> Iterator[_Item]:
    sheet, known = finder.sheet, set(finder.phrases)
    plain = {source.phrase for source in sources if source.phrase is not None and source.phrase not in known}
    for phrase in (*finder.phrases, *sorted(plain, key=lambda item: item.first)):
        yield _item(sheet, phrase)
        for nested in _nested(sheet, phrase):
            yield _item(sheet, nested)
    for token in sorted({source.pronoun for source in sources if source.pronoun is not None}):
        span = sheet.tokens[token].span
        word = sheet.tokens[token].text
        yield _Item(None, span, Name(span, word, word, "pronoun"), token)


def _item(sheet: Sheet, phrase: NounPhrase) -> _Item:
    first = phrase.whole if phrase.definite else phrase.first
    span = sheet.span(first, phrase.end)
    words = sheet.span(phrase.first, phrase.end).of(sheet.text)
    name = Name(
        span,
        span.of(sheet.text),
        " ".join(words.split()),
        phrase.kind,
        anonymous=phrase.anonymous and not phrase.speaks_for_body,
        type_word=phrase.type_word or (phrase.head if phrase.kind != "place" else None),
    )
    return _Item(phrase, span, name, phrase.first)


def _nested(sheet: Sheet, phrase: NounPhrase) -> Iterator[NounPhrase]:
    """Actors named inside a description: "US" and "defence ministry" in "US defence ministry officials"."""
    if phrase.kind in ("government-body", "state-forces") and (owner := _owner_state(sheet, phrase)) is not None:
        yield owner
        return
    if sheet.tokens[phrase.first].capital and phrase.kind not in (
        "role",
        "population",
        "government-body",
        "state-forces",
        "armed-group",
    ):
        return
    index = phrase.first
    while index < phrase.end:
        known = sheet.lexicon.actors.at(sheet.tokens, index)
        if known is not None and known.entries[0].kind == "media":
            index += 1
            continue
        if (
            known is not None
            and (index > phrase.first or index + known.length < phrase.end)
            and index + known.length <= phrase.end
        ):
            yield NounPhrase(
                index, index + known.length, index, known.entries[0].kind, known.entries[0].name, known=known.entries[0]
            )
            index += known.length
            continue
        body = sheet.lexicon.bodies.at(sheet.tokens, index)
        if (
            body is not None
            and index + body.length < phrase.end
            and sheet.tokens[index].text[:1].islower()
            and phrase.kind in ("role", "population")
        ):
            yield NounPhrase(
                phrase.first, index + body.length, phrase.first, body.entries[0].kind, body.entries[0].lemma
            )
        index += 1


def _owner_state(sheet: Sheet, phrase: NounPhrase) -> NounPhrase | None:
    """The unknown state that owns a body: "Sorvane" in "Sorvane's navy"."""
    owner = next((at for at in range(phrase.first, phrase.end) if sheet.tokens[at].lower == "'s"), None)
    if owner is None or sheet.lexicon.actors.at(sheet.tokens, phrase.first) or not sheet.tokens[phrase.first].capital:
        return None
    return NounPhrase(phrase.first, owner, phrase.first, "state", sheet.tokens[owner - 1].text)


def _linked(finder: Finder, items: Sequence[_Item], index: int, of_phrase: Mapping[NounPhrase, int]) -> Name:
    """The record with the body that it belongs to and, for a place, the area that the text puts it in."""
    item = items[index]
    if item.phrase is None:
        return item.name
    if item.phrase.kind == "place":
        return replace(item.name, area=_area(finder, item.phrase, of_phrase))
    return (
        replace(item.name, body=_inner_body(items, index) if item.phrase.kind != "person" else None)
        if _inner_body(items, index) is not None
        else replace(item.name, body=_outer_body(finder, item.phrase, of_phrase))
    )


def _inner_body(items: Sequence[_Item], index: int) -> int | None:
    """The innermost body nested in a phrase: the ministry of "a defence ministry official", else the state."""
    holder = items[index].span
    inside = [
        at
        for at in range(index + 1, len(items))
        if items[at].span.start < holder.end and holder.contains(items[at].span)
    ]
    bodies = [at for at in inside if items[at].name.kind not in ("state", "place", "pronoun", "person")]
    states = [at for at in inside if items[at].name.kind == "state"] if _serves(items[index]) else []
    return next(iter(bodies or states), None)


def _serves(item: _Item) -> bool:
    kind, head = item.name.kind, item.phrase.head if item.phrase is not None else ""
    single = head[:-1] if head.endswith("s") else head
    return kind in ("government-body", "state-forces") or (kind in ("role", "population") and single in SERVING)


def _outer_body(finder: Finder, phrase: NounPhrase, of_phrase: Mapping[NounPhrase, int]) -> int | None:
    """The body after "for", "of", "with"; for a person the one in the apposition that follows."""
    sheet, at = finder.sheet, phrase.end
    if phrase.kind == "person" and at < len(sheet.tokens) and sheet.tokens[at].text == ",":
        role = next((item for item in finder.starting_in(at + 1, at + 6) if item.kind == "role"), None)
        if role is None:
            return None
        return _outer_body(finder, role, of_phrase)
    if phrase.kind not in ("role", "population") or at >= len(sheet.tokens) or sheet.tokens[at].lower not in BODY_JOINS:
        return None
    for item in finder.starting_in(at + 1, at + 8):
        plain = all(sheet.tokens[token].word or sheet.tokens[token].lower == "'s" for token in range(at, item.first))
        return of_phrase.get(item) if plain and can_speak(item) and item.kind not in ("person", "population") else None
    return None


def _area(finder: Finder, phrase: NounPhrase, of_phrase: Mapping[NounPhrase, int]) -> int | None:
    """The next place, where only words such as ", a village in the" stand between."""
    for item in finder.starting_in(phrase.end, phrase.end + 9):
        between = finder.sheet.words(phrase.end, item.first)
        joins = item.kind == "place" and between and all(word in AREA_WORDS for word in between)
        listed = between in ((",",), (", and",))
        further = listed and not _is_area(finder, item)
        return of_phrase.get(item) if joins and not further else None
    return None


def _is_area(finder: Finder, phrase: NounPhrase) -> bool:
    """Whether a place after a comma can hold the one before: a country, or a name called province or the like."""
    return phrase.known is not None or (phrase.type_word or "") in (
        "province",
        "district",
        "region",
        "governorate",
        "county",
        "state",
        "oblast",
    )


# --- what stands for an earlier name


def _antecedent(
    finder: Finder, items: Sequence[_Item], records: Sequence[Name], index: int, spoken: frozenset[NounPhrase]
) -> int | None:
    name, phrase = records[index], items[index].phrase
    earlier = range(index - 1, -1, -1)
    if name.kind == "pronoun":
        speaking = [at for at in earlier if items[at].phrase in spoken]
        return _of_pronoun(name, items, records, speaking) or _of_pronoun(name, items, records, earlier)
    if phrase is None:
        return None
    if phrase.kind == "person" and phrase.end - phrase.first == 1:
        return next(
            (at for at in earlier if records[at].kind == "person" and records[at].name.split()[-1] == name.name), None
        )
    if (full := _full_name(finder, items, records, index)) is not None:
        return full
    if (called := _known_as(finder, items, index)) is not None:
        return called
    if phrase.kind not in ("person", "place") and (named := _apposed_to(finder, items, index)) is not None:
        return named
    if phrase.kind == "person" and (before := _role_before(finder, items, records, index)) is not None:
        return before
    if phrase.kind == "person" and phrase.whole < phrase.first:
        return _office_met(finder, items, records, index)
    return _of_definite(name, phrase, records, earlier) if phrase.definite else None


def _of_pronoun(name: Name, items: Sequence[_Item], records: Sequence[Name], earlier: Sequence[int]) -> int | None:
    word = name.text.lower()
    for at in earlier:
        kind, phrase = records[at].kind, items[at].phrase
        if items[at].span.end < name.span.start - 700:  # speakers are taken up again within a paragraph or two
            return None
        if phrase is None:
            continue
        plural = phrase.collective or kind == "population"
        if word in ("he", "she", "him", "her") and kind in _PERSONS:
            return at
        if word in PLURAL and plural:
            return at
        if word not in _PERSONAL and kind not in _NO_BODIES and (kind != "unknown" or isinstance(earlier, list)):
            return at
    return None


def _full_name(finder: Finder, items: Sequence[_Item], records: Sequence[Name], index: int) -> int | None:
    """The body that "the Front" or "the Brigade" shortens: the last one whose name ends so."""
    phrase, name = items[index].phrase, records[index].name
    short = phrase is not None and phrase.end - phrase.first == 1 and phrase.whole < phrase.first
    if phrase is None or not short or phrase.kind in ("person", "place", "state") or not name[:1].isupper():
        return None
    longer = (
        at for at in range(index - 1, -1, -1) if records[at].kind not in ("person", "place", "role", "population")
    )
    return next(
        (at for at in longer if len(records[at].name.split()) > 1 and records[at].name.split()[-1] == name), None
    )


def _known_as(finder: Finder, items: Sequence[_Item], index: int) -> int | None:
    """What a name is given to: "the group, known as X", "a militia called X"."""
    phrase, sheet = items[index].phrase, finder.sheet
    if phrase is None or phrase.whole < 3 or phrase.kind in ("place", "person"):
        return None
    words = sheet.words(phrase.whole - 2, phrase.whole)
    at = (
        phrase.whole - 2
        if words in (("known", "as"), ("calling", "itself"))
        else phrase.whole - 1
        if words[1] in ("called", "named", "dubbed")
        else None
    )
    if at is None:
        return None
    before = finder.ending_at(at - (sheet.tokens[at - 1].text == ","))
    return (
        next((back for back in range(index - 1, -1, -1) if items[back].phrase == before), None)
        if before is not None
        else None
    )


def _apposed_to(finder: Finder, items: Sequence[_Item], index: int) -> int | None:
    """The name that a description after a comma explains: "X, spokesman for ...", "Conflict Watch, a monitor,"."""
    phrase, sheet = items[index].phrase, finder.sheet
    if phrase is None or phrase.whole == 0 or sheet.tokens[phrase.whole - 1].text != ",":
        return None
    before = finder.ending_at(phrase.whole - 1)
    if before is None or before.kind in ("place", "state", "population"):
        return None
    article = sheet.tokens[phrase.whole].lower in ("a", "an", "the")
    explains = (
        phrase.kind == "role"
        if before.kind == "person"
        else article and phrase.kind != "population" and sheet.tokens[before.first].capital
    )
    return next((at for at in range(index - 1, -1, -1) if items[at].phrase == before), None) if explains else None


def _office_met(finder: Finder, items: Sequence[_Item], records: Sequence[Name], index: int) -> int | None:
    """The office told of before that a title takes up: "the district governor" before "Governor Anse Morvat"."""
    phrase = items[index].phrase
    if phrase is None:
        return None
    title = finder.sheet.tokens[phrase.first - 1].lower
    met = [
        at
        for at in range(index)
        if records[at].kind == "role"
        and (records[at].type_word or "").split()[-1:] == [title]
        and records[at].of is None
    ]
    return met[-1] if len({records[at].name for at in met}) == 1 else None


def _role_before(finder: Finder, items: Sequence[_Item], records: Sequence[Name], index: int) -> int | None:
    """The office in front of a person's name: "the director, Selit Marun," or "hospital director Selit Marun"."""
    phrase = items[index].phrase
    if phrase is None or phrase.whole == 0:
        return None
    comma = finder.sheet.tokens[phrase.whole - 1].text == ","
    role = finder.ending_at(phrase.whole - comma)
    if role is None:
        return None
    at = next((at for at in range(index - 1, -1, -1) if items[at].phrase == role), None)
    return at if role.kind == "role" and not role.collective and at is not None else None


def _of_definite(name: Name, phrase: NounPhrase, records: Sequence[Name], earlier: range) -> int | None:
    """ "the official" and "the column" point to the last one called so; "the group" to the last body met."""
    head = phrase.head
    for at in earlier:
        same_head = (records[at].type_word or "").lower() == head or head in records[at].name.lower().split()
        if same_head and records[at].kind != "place" and records[at].name.lower() != head:
            return records[at].of if records[at].of is not None else at
    if head in GENERIC_BODIES:
        kinds = (
            ("armed-group", "organisation", "monitor", "unknown")
            if head not in ("agency", "outlet")
            else ("agency", "media")
        )
        return next((at for at in earlier if records[at].kind in kinds), None)
    return (
        next((at for at in earlier if records[at].name.lower() == head), None)
        if name.kind in ("role", "population")
        else None
    )

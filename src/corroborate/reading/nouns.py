"""Noun phrases that can act or speak: names, offices, bodies, crowds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corroborate.model.reading import NameKind
from corroborate.reading.lexicon import KnownActor
from corroborate.reading.sheet import Sheet
from corroborate.reading.words import INHABITANTS, INNER, KNOWN_AS, LOCATIVE, MEDIA_WORDS

KnownPlace = Callable[[str], bool]
# A role noun reaches back over at most this many words: "the New York-based former deputy foreign minister".
_LONGEST_LEFT = 7
# Families of acts whose noun takes a place: persons are killed, towns besieged.
_ACTS_ON_PLACES = frozenset(("siege", "shelling", "bombardment", "capture", "offensive", "blockade"))


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `first` to `end` are the name; `whole` begins with its article, title or description.

    `head` is the noun that says what it is ("official", "ministry"), `known` the seed actor that it names,
    `definite` whether "the" points back to something told before, `modifiers` the known actors inside it.
    """

    first: int
    end: int
    whole: int
    kind: NameKind
    head: str
    known: KnownActor | None = None
    anonymous: bool = False
    collective: bool = False
    definite: bool = False
    speaks_for_body: bool = False
    sure: bool = True
    type_word: str | None = None

    def holds(self, token: int) -> bool:
        return self.whole <= token < self.end


def find_noun_phrases(sheet: Sheet, known_place: KnownPlace) -> tuple[NounPhrase, ...]:
    """All of a document, in order and without overlaps; what one sentence makes sure of names all others alike.

    Title-case lines come last: capitals say nothing there, so only names met elsewhere count.
    """
    found: list[NounPhrase] = []
    for number in range(len(sheet.sentences)):
        if not sheet.title_case[number]:
            found.extend(_in_sentence(sheet, number, known_place))
    met = _sure_kinds(sheet, found)
    found = [_as_met(sheet, phrase, met) for phrase in found]
    for number in range(len(sheet.sentences)):
        if sheet.title_case[number]:
            found.extend(_in_title(sheet, number, met))
    return tuple(sorted(found, key=lambda phrase: phrase.first))


def _in_sentence(sheet: Sheet, number: int, known_place: KnownPlace) -> Iterator[NounPhrase]:
    index, end = sheet.bounds[number]
    start = index
    while index < end:
        phrase = _common(sheet, index, start, end) or _proper(sheet, index, start, end, known_place)
        if phrase is None:
            index += 1
            continue
        yield phrase
        index = phrase.end


# --- names written with capitals


def _proper(sheet: Sheet, index: int, start: int, end: int, known_place: KnownPlace) -> NounPhrase | None:
    known = sheet.lexicon.actors.at(sheet.tokens, index)
    plain = known is not None and known.length == 1 and _plain_word(sheet, index, known.entries[0])
    if (
        known is not None
        and not plain
        and index + known.length <= end
        and not _runs_on(sheet, index + known.length, end)
    ):
        return _known(sheet, index, index + known.length, known.entries, start)
    if not sheet.tokens[index].capital or _ordinary_start(sheet, index, start, end):
        return None
    stop = _run_end(sheet, index, end)
    return _classified(sheet, index, stop, start, end, known_place)


def _plain_word(sheet: Sheet, index: int, entry: KnownActor) -> bool:
    """Whether an outlet's name is a plain word that names it only after an article: "the Independent", not
    "Independent".
    """
    if entry.kind != "media" or sheet.tokens[index].lower not in MEDIA_WORDS:
        return False
    return index == 0 or sheet.tokens[index - 1].lower != "the"


def _runs_on(sheet: Sheet, index: int, end: int) -> bool:
    """Whether a capital noun that makes a longer name follows ("Homs" in "Homs Media Centre")."""
    stop = index
    while stop < end and sheet.tokens[stop].capital and sheet.tokens[stop].word:
        stop += 1
    return any(sheet.lexicon.bodies.at(sheet.tokens, at) for at in range(index, stop)) and (
        sheet.tokens[stop - 1].text[:1].isupper()
    )


def _ordinary_start(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Whether the capital is only that of a sentence's (or quotation's) first word."""
    token = sheet.tokens[index]
    first = index == start or (not sheet.tokens[index - 1].word and sheet.tokens[index - 1].text not in ",(-–/&")
    if not token.word or token.number or token.text == "I" or index in sheet.time_tokens:
        return True
    if not first:
        return sheet.is_function(index) and token.text[:1].isupper() and not token.text.isupper()
    if sheet.is_function(index) or token.lower.endswith("ly"):
        return True
    ordinary = any(
        table.at(sheet.tokens, index)
        for table in (
            sheet.lexicon.units,
            sheet.lexicon.events,
            sheet.lexicon.weapons,
            sheet.lexicon.numbers,
            sheet.lexicon.hedges,
            sheet.lexicon.harm,
            sheet.lexicon.channels,
        )
    )
    following = sheet.tokens[index + 1] if index + 1 < end else None
    return ordinary and not (following is not None and following.capital)


def _run_end(sheet: Sheet, index: int, end: int) -> int:
    """The token after the last capital word of the name that begins at `index`."""
    stop = index + 1
    while stop < end:
        token = sheet.tokens[stop]
        if (
            token.capital
            and token.word
            and stop not in sheet.time_tokens
            and not sheet.tokens[stop - 1].text.endswith("'s")
        ) or (token.lower in INNER and stop + 1 < end and _inner_joins(sheet, index, stop, end)):
            stop += 1
        elif _inner_apostrophe(sheet, stop, end):
            stop += 2
        else:
            break
    while stop > index + 1 and sheet.tokens[stop - 1].lower in INNER and not sheet.tokens[stop - 1].capital:
        stop -= 1
    return stop


def _inner_apostrophe(sheet: Sheet, at: int, end: int) -> bool:
    """A sign of transliteration that ends a word inside a name: "the Dir' al-Wadi Brigade"."""
    token = sheet.tokens[at]
    glued = token.text in "'’ʿ‘`" and token.start == sheet.tokens[at - 1].end
    return glued and at + 1 < end and sheet.tokens[at + 1].capital


def _inner_joins(sheet: Sheet, index: int, at: int, end: int) -> bool:
    word, following = sheet.tokens[at].lower, at + 1
    if word in ("of", "for", "and"):
        head = sheet.lexicon.bodies.at(sheet.tokens, at - 1)
        named = any(sheet.lexicon.bodies.at(sheet.tokens, back) for back in range(index, at))
        if sheet.tokens[following].lower == "the":
            following += 1
        office = word == "of" and bool(
            sheet.lexicon.roles.at(sheet.tokens, at - 1) or sheet.lexicon.ranks.at(sheet.tokens, at - 1)
        )
        enough = (head is not None and word != "and") or (named and word == "and") or office
        return enough and following < end and sheet.tokens[following].capital
    return (sheet.tokens[following].capital and word != "the") or (
        word == "the" and sheet.tokens[at - 1].lower in ("of", "for") and sheet.tokens[following].capital
    )


def _known(sheet: Sheet, first: int, end: int, entries: tuple[KnownActor, ...], start: int) -> NounPhrase:
    entry = entries[0]
    if end - first > 1 and sheet.tokens[first].lower in ("the", "a", "an"):
        first += 1
    kind: NameKind = entry.kind
    if entry.kind == "state" and entry.via in ("name", "aliases", "seats") and _locative(sheet, first, start):
        kind = "place"
    return NounPhrase(first, end, _article(sheet, first, start), kind, entry.name, known=entry)


def _classified(
    sheet: Sheet, first: int, end: int, start: int, limit: int, known_place: KnownPlace
) -> NounPhrase | None:
    """What a run of capital words names, from the surest sign to the least."""
    whole = _article(sheet, first, start)
    titled = _after_title(sheet, first, end)
    if titled is not None and titled >= end:
        return None
    if titled is not None:
        return NounPhrase(titled, end, whole, "person", sheet.tokens[end - 1].text)
    if whole > start and (rank := _title_before(sheet, whole, start)) is not None:
        return NounPhrase(first, end, rank, "person", sheet.tokens[end - 1].text)
    body = _body_kind(sheet, first, end)
    if body is not None:
        return NounPhrase(first, end, whole, body, sheet.tokens[end - 1].text)
    if (typed := _place_type(sheet, first, end, start, limit)) is not None:
        return NounPhrase(
            first, _with_type(sheet, end, limit), whole, "place", sheet.tokens[end - 1].text, type_word=typed
        )
    return _guessed(sheet, first, end, start, known_place)


def _guessed(sheet: Sheet, first: int, end: int, start: int, known_place: KnownPlace) -> NounPhrase | None:
    text = sheet.span(first, end).of(sheet.text)
    whole, head = _article(sheet, first, start), sheet.tokens[end - 1].text
    person = end - first > 1 and sheet.tokens[first].text in sheet.lexicon.given_names
    if text in _credited(sheet):
        return NounPhrase(first, end, whole, "agency", head)
    if _locative(sheet, first, start) and not person:
        return NounPhrase(first, end, whole, "place", head, sure=known_place(text) or whole == first)
    if person or _described(sheet, end) or (end - first > 1 and _apposed_to_role(sheet, first, end, start)):
        return NounPhrase(first, end, whole, "person", head)
    if (first > start and sheet.tokens[first - 1].lower in KNOWN_AS) or _known_as(sheet, first, start):
        return NounPhrase(first, end, whole, "armed-group", head)
    if _inhabited(sheet, first, start):
        return NounPhrase(first, end, whole, "place", head)
    if (end - first > 1 and _spoken_of(sheet, end)) or _says(sheet, end):
        return NounPhrase(first, end, whole, "person", head)
    if known_place(text) and _place_context(sheet, first, end, start):
        return NounPhrase(first, end, whole, "place", head)
    cue = sheet.lexicon.cues.at(sheet.tokens, end) if end < len(sheet.tokens) else None
    if first == start and end - first == 1 and head not in _mid_capitals(sheet) and cue is None:
        return None
    return NounPhrase(first, end, whole, "unknown", head, sure=False)


def _mid_capitals(sheet: Sheet) -> frozenset[str]:
    """The words that are capital inside some sentence: a first word met nowhere else says nothing by its capital."""
    inner = (
        sheet.tokens[at]
        for number, (first, end) in enumerate(sheet.bounds)
        if not sheet.title_case[number]
        for at in range(first + 1, end)
    )
    return frozenset(token.text for token in inner if token.capital)


def _after_title(sheet: Sheet, first: int, end: int) -> int | None:
    """The token after the ranks that open a run ("General Andrei ...")."""
    at = first
    while at < end and (found := sheet.lexicon.ranks.at(sheet.tokens, at)) is not None:
        at += found.length
        if at < end and sheet.tokens[at].text == ".":
            at += 1
    if at > first:
        return at
    return next((inner + 1 for inner in range(end - 2, first, -1) if _is_office(sheet, inner)), None)


def _is_office(sheet: Sheet, at: int) -> bool:
    """Whether a capital word inside a run is an office: "Provincial Information Minister Jan Achakzai"."""
    role = sheet.lexicon.roles.at(sheet.tokens, at)
    rank = sheet.lexicon.ranks.at(sheet.tokens, at)
    return (rank is not None or (role is not None and not role.entries[0].collective)) and sheet.tokens[at].capital


def _title_before(sheet: Sheet, index: int, start: int) -> int | None:
    """Where the title that ends just before a name begins ("Lt. Gen.", "foreign minister")."""
    at = index - 1
    if at > start and sheet.tokens[at].text == ".":
        at -= 1
    for back in range(max(start, at - 2), at + 1):
        found = sheet.lexicon.ranks.at(sheet.tokens, back)
        if found is not None and back + found.length in (at + 1, index):
            return back
    return None


def _body_kind(sheet: Sheet, first: int, end: int) -> NameKind | None:
    """The kind that the name's own head noun gives: "Observatory", "Brigade", "Ministry of ..."."""
    heads = [at for at in range(first, end) if sheet.tokens[at].lower in ("of", "for")]
    order = [*(at - 1 for at in heads), end - 1]
    for at in order:
        found = sheet.lexicon.bodies.at(sheet.tokens, at) if first <= at else None
        if found is not None and end - first > 1:
            kind = found.entries[0].kind
            own = sheet.lexicon.actors.at(sheet.tokens, first)
            national = own is not None and own.entries[0].kind == "state" and own.length + found.length == end - first
            return "armed-group" if kind == "state-forces" and not national else kind
    return None


def _place_type(sheet: Sheet, first: int, end: int, start: int, limit: int) -> str | None:
    """The noun that makes a name a place: "X province", "the town of X", "Tavor Bridge"."""
    table = sheet.lexicon.place_types
    inner = table.at(sheet.tokens, end - 1) if end - first > 1 else None
    if inner is not None:
        return inner.entries[0].lemma
    after = table.at(sheet.tokens, end) if end < limit else None
    if after is not None and after.entries[0].kind != "facility" and sheet.tokens[end].text[:1].islower():
        return after.entries[0].lemma
    if first - 2 >= start and sheet.tokens[first - 1].lower == "of":
        before = table.at(sheet.tokens, first - 2)
        return before.entries[0].lemma if before else None
    return None


def _with_type(sheet: Sheet, end: int, limit: int) -> int:
    """The end of a place name with the noun after it: "Harvat district"."""
    after = sheet.lexicon.place_types.at(sheet.tokens, end) if end < limit else None
    return (
        end + after.length
        if after is not None and after.entries[0].kind != "facility" and sheet.tokens[end].text[:1].islower()
        else end
    )


def _inhabited(sheet: Sheet, first: int, start: int) -> bool:
    """ "the mayor of X", "residents of X": X is a place."""
    return first - 2 >= start and sheet.tokens[first - 1].lower == "of" and sheet.tokens[first - 2].lower in INHABITANTS


def _says(sheet: Sheet, end: int) -> bool:
    """Whether a verb of saying follows directly: only persons and bodies say."""
    cue = sheet.lexicon.cues.at(sheet.tokens, end) if end < len(sheet.tokens) else None
    return cue is not None and any(
        entry.frame == "clause" and entry.lemma in ("say", "tell", "add", "claim", "write") for entry in cue.entries
    )


def _spoken_of(sheet: Sheet, end: int) -> bool:
    """Signs of a person after a name of several words: a verb of saying, or ", a baker in ..."."""
    if end + 3 >= len(sheet.tokens):
        return False
    cue = sheet.lexicon.cues.at(sheet.tokens, end)
    if cue is not None and any(entry.frame == "clause" for entry in cue.entries):
        return True
    described = sheet.tokens[end].text == "," and sheet.tokens[end + 1].lower in ("a", "an", "who", "whose")
    return described or (
        sheet.tokens[end].text == "," and sheet.tokens[end + 1].number and sheet.tokens[end + 2].text == ","
    )


def _place_context(sheet: Sheet, first: int, end: int, start: int) -> bool:
    """Signs that a gazetteer name is meant as a place: in a list of places, or owning something."""
    after = sheet.tokens[end].lower if end < len(sheet.tokens) else ""
    before = sheet.tokens[first - 1].lower if first > start else ""
    listed = before in (",", "and", "or") and any(
        sheet.tokens[at].lower in LOCATIVE and sheet.tokens[at + 1].capital
        for at in range(max(start, first - 8), first - 1)
    )
    return listed or (after == "'s" and end - first == 1) or (before == "" and after == ",")


def _locative(sheet: Sheet, first: int, start: int) -> bool:
    at = first - 1
    while at >= start and sheet.tokens[at].lower in (
        "the",
        "nearby",
        "neighbouring",
        "neighboring",
        "central",
        "southern",
        "northern",
        "eastern",
        "western",
        "downtown",
        "rural",
    ):
        at -= 1
    if at < start:
        return False
    word = sheet.tokens[at].lower
    if word in ("on", "against") and at > start:
        return sheet.lexicon.events.at(sheet.tokens, at - 1) is not None
    if word == "of" and at > start and _done_to_places(sheet, at - 1):
        return True
    if word == "of":
        return at > start and sheet.tokens[at - 1].lower in LOCATIVE | {"out", "outskirts", "capital", "front"}
    return word in LOCATIVE


def _done_to_places(sheet: Sheet, at: int) -> bool:
    """Whether a noun tells of what is done to places: "the siege of X", "the shelling of X"."""
    found = sheet.lexicon.events.at(sheet.tokens, at)
    return found is not None and any(entry.family in _ACTS_ON_PLACES for entry in found.entries)


def _described(sheet: Sheet, end: int) -> bool:
    """Whether "X, a baker in ..." or "X, spokesman for ..." follows."""
    if end + 2 >= len(sheet.tokens) or sheet.tokens[end].text != ",":
        return False
    at = end + 1
    if sheet.tokens[at].lower in ("a", "an", "the"):
        at += 1
    for near in range(at, min(at + 4, len(sheet.tokens))):
        found = sheet.lexicon.roles.at(sheet.tokens, near)
        if found is not None and not found.entries[0].collective:
            return True
        if not sheet.tokens[near].word or sheet.is_function(near):
            return False
    return False


def _apposed_to_role(sheet: Sheet, first: int, end: int, start: int) -> bool:
    """Whether an office stands before a comma and the name: "the director of the hospital, Selit Marun,"."""
    if (
        first - 2 < start
        or sheet.tokens[first - 1].text != ","
        or end >= len(sheet.tokens)
        or sheet.tokens[end].text != ","
    ):
        return False
    for at in range(first - 2, max(start, first - 14) - 1, -1):
        role = sheet.lexicon.roles.at(sheet.tokens, at)
        if role is not None and not role.entries[0].collective and sheet.tokens[at].text[:1].islower():
            return True
        if sheet.tokens[at].text in ',;:“”"' or sheet.is_function(at, "auxiliary"):
            return False
    return False


def _credited(sheet: Sheet) -> frozenset[str]:
    """The agencies that the page's dateline or credits name, also by their first word ("Palisade")."""
    names = [
        name for credit in sheet.document.credits if credit.kind in ("dateline", "credit") for name, _ in credit.names
    ]
    return frozenset(
        (
            *names,
            *(name.split()[0] for name in names if name.split() and name.split()[-1].lower() in ("agency", "news")),
        )
    )


def _known_as(sheet: Sheet, first: int, start: int) -> bool:
    return first - 2 >= start and sheet.words(first - 2, first) in (
        ("known", "as"),
        ("calling", "itself"),
        ("called", "the"),
    )


# --- common nouns: offices, bodies, crowds


def _common(sheet: Sheet, index: int, start: int, end: int) -> NounPhrase | None:
    """A phrase around a role or body noun, if one begins at `index`: its head must come before any verb."""
    if not sheet.tokens[index].word or (
        sheet.is_function(index, "pronoun") and not sheet.lexicon.actors.at(sheet.tokens, index)
    ):
        return None
    first = index
    if sheet.is_function(index, "determiner"):
        first += 1
    if first < end and (sheet.tokens[first].number or sheet.lexicon.numbers.at(sheet.tokens, first)):
        first += 1
    for at in range(first, min(first + _LONGEST_LEFT, end)):
        head = _head(sheet, at, end)
        if head is not None:
            return _led_by(sheet, index, first, head)
        if not _premodifier(sheet, at, first, end):
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    end: int
    kind: NameKind
    lemma: str
    anonymous: bool = True
    collective: bool = False
    speaks_for_body: bool = False


_ORGANS = frozenset(("state-forces", "government-body"))


def _head(sheet: Sheet, at: int, end: int) -> _Head | None:
    """The role or body noun at a token; a longer compound ("defence ministry official") is led by its last noun."""
    token = sheet.tokens[at]
    role = sheet.lexicon.roles.at(sheet.tokens, at)
    body = sheet.lexicon.bodies.at(sheet.tokens, at)
    weapon = sheet.lexicon.weapons.at(sheet.tokens, at) or sheet.lexicon.weapons.at(sheet.tokens, min(at + 1, end - 1))
    if (role is None and body is None) or (weapon is not None and weapon.length > 1):
        return None
    if role is not None and body is not None and role.entries[0].collective and body.entries[0].kind in _ORGANS:
        role = None  # "police", "army": one body before a crowd of people
    length = role.length if role is not None else body.length if body is not None else 1
    after = at + length
    if after < end and (
        _noun_follows(sheet, after, end)
        or (sheet.tokens[after].lower in ("'s", "'", "’") and _owns(sheet, after + 1, end))
    ):
        return None
    if role is not None:
        entry = role.entries[0]
        verb = token.lower.endswith("ed") and sheet.lexicon.cues.at(sheet.tokens, at) is not None
        if verb and at > 0 and not sheet.is_function(at - 1, "determiner"):
            return None
        if token.capital and body is not None and not sheet.opens(at):
            return None
        if token.capital and after < end and sheet.tokens[after].capital and not entry.collective:
            return None
        many = entry.collective or (token.lower.endswith("s") and token.lower not in (entry.lemma, f"{entry.lemma}'s"))
        kind: NameKind = "population" if many else "role"
        return _Head(at, after, kind, entry.lemma, entry.anonymous, many, entry.speaks_for_body)
    found = body.entries[0] if body is not None else None
    if found is None or (token.text[:1].isupper() and not sheet.opens(at)):
        return None
    if (
        token.lower.endswith("s")
        and token.lower != found.lemma
        and not found.lemma.endswith("s")
        and found.kind != "state-forces"
    ):
        return _Head(at, after, "population", found.lemma, collective=True)
    return _Head(at, after, found.kind, found.lemma, anonymous=False)


def _noun_follows(sheet: Sheet, at: int, end: int) -> bool:
    """Whether the compound goes on: another role or body noun follows directly."""
    for near in range(at, min(at + 2, end)):
        token = sheet.tokens[near]
        if not token.text[:1].islower() or sheet.is_function(near):
            return False
        if sheet.lexicon.roles.at(sheet.tokens, near) or sheet.lexicon.bodies.at(sheet.tokens, near):
            return True
        if sheet.lexicon.cues.at(sheet.tokens, near) or sheet.lexicon.events.at(sheet.tokens, near):
            return False
    return False


def _owns(sheet: Sheet, at: int, end: int) -> bool:
    """Whether a role or body noun follows within two words ("Russia's defence ministry")."""
    return any(
        sheet.lexicon.roles.at(sheet.tokens, near) or sheet.lexicon.bodies.at(sheet.tokens, near)
        for near in range(at, min(at + 3, end))
    )


def _premodifier(sheet: Sheet, at: int, first: int, end: int) -> bool:
    """Whether a word can stand between an article and the noun that it belongs to."""
    token = sheet.tokens[at]
    if token.lower in ("'s", "'", "’"):
        return at > first
    if sheet.lexicon.actors.at(sheet.tokens, at) and at not in sheet.time_tokens:
        return True
    if at in sheet.time_tokens or sheet.lexicon.numbers.at(sheet.tokens, at) or token.number:
        return False
    if not token.word or (
        sheet.is_function(at) and token.lower not in ("so-called", "other", "several", "many", "some")
    ):
        return False
    if token.capital:
        return sheet.lexicon.ranks.at(sheet.tokens, at) is None
    if sheet.lexicon.bodies.at(sheet.tokens, at) or sheet.lexicon.roles.at(sheet.tokens, at):
        return True
    verb = sheet.lexicon.cues.at(sheet.tokens, at) or sheet.lexicon.harm.at(sheet.tokens, at)
    event = sheet.lexicon.events.at(sheet.tokens, at)
    return verb is None and not (event is not None and any(entry.verb for entry in event.entries))


def _led_by(sheet: Sheet, whole: int, first: int, head: _Head) -> NounPhrase:
    definite = sheet.tokens[whole].lower in ("the", "this", "that", "its", "their", "his", "her")
    bare = head.at == first
    named = any(sheet.tokens[at].capital for at in range(first, head.at)) and not sheet.tokens[first].number
    return NounPhrase(
        first,
        head.end,
        whole,
        head.kind,
        head.lemma,
        anonymous=head.anonymous and head.kind in ("role", "population"),
        collective=head.collective,
        definite=definite and (bare or not named),
        speaks_for_body=head.speaks_for_body,
        sure=True,
    )


# --- one document


def _article(sheet: Sheet, first: int, start: int) -> int:
    return first - 1 if first > start and sheet.tokens[first - 1].lower in ("the", "a", "an") else first


def _sure_kinds(sheet: Sheet, found: list[NounPhrase]) -> dict[str, NounPhrase]:
    """Name as written -> the first sure phrase that bears it; a person's surname counts as the person."""
    met: dict[str, NounPhrase] = {}
    for phrase in found:
        if phrase.sure and sheet.tokens[phrase.first].capital:
            name = sheet.span(phrase.first, phrase.end).of(sheet.text)
            met.setdefault(name, phrase)
            if phrase.kind == "person" and phrase.end - phrase.first > 1:
                met.setdefault(sheet.tokens[phrase.end - 1].text, phrase)
    return met


def _as_met(sheet: Sheet, phrase: NounPhrase, met: dict[str, NounPhrase]) -> NounPhrase:
    if phrase.sure or not sheet.tokens[phrase.first].capital:
        return phrase
    like = met.get(sheet.span(phrase.first, phrase.end).of(sheet.text))
    if like is None:
        return phrase
    return NounPhrase(phrase.first, phrase.end, phrase.whole, like.kind, like.head, known=like.known, sure=True)


def _in_title(sheet: Sheet, number: int, met: dict[str, NounPhrase]) -> Iterator[NounPhrase]:
    """Names in a title-case line: seed actors, names that the body bears out, and role nouns."""
    index, end = sheet.bounds[number]
    start = index
    longest = max((len(name.split()) for name in met), default=1)
    while index < end:
        phrase = _title_name(sheet, index, start, end, met, longest) or _common(sheet, index, start, end)
        if phrase is not None:
            yield phrase
        index = phrase.end if phrase is not None else index + 1


def _title_name(
    sheet: Sheet, index: int, start: int, end: int, met: dict[str, NounPhrase], longest: int
) -> NounPhrase | None:
    known = sheet.lexicon.actors.at(sheet.tokens, index)
    if known is not None and index + known.length <= end:
        return _known(sheet, index, index + known.length, known.entries, start)
    for stop in range(min(index + longest, end), index, -1):
        like = met.get(sheet.span(index, stop).of(sheet.text))
        if like is not None:
            return NounPhrase(index, stop, index, like.kind, like.head, known=like.known)
    return None

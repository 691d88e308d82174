"""Which harm each counted item of a sentence suffered: killed, injured, missing, or none that the words tell."""

from collections.abc import Callable, Sequence

from corroborate.reading.counting import STATES, Item
from corroborate.reading.harm_words import OF_PEOPLE, Scene, find_harm_words
from corroborate.reading.sheet import Sheet

# A harm word further from its number than this belongs to something else.
_REACH = 16
# Between an auxiliary and its verb: "are also believed to have been seriously".
_AUXILIARY_REACH = 8
_JOINS = frozenset((",", "and", "or", "plus", "&", "but", "well", "with"))
_STOPS = frozenset((";", ":", "—", "–"))
_DASHES = frozenset(("—", "–", "-"))
_CLAUSE_WORDS = frozenset(
    [
        "after",
        "when",
        "while",
        "as",
        "because",
        "since",
        "if",
        "but",
        "although",
        "though",
        "before",
        "whereas",
        "until",
        "once",
    ]
)
_RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
_TOLLS = frozenset(("toll", "tolls", "tally"))
_COUNTS = frozenset(("number", "count", "estimates", "estimate", "figure", "total"))
_TOLL_VERBS = frozenset(["to", "at", "reached", "hit", "exceeded", "surpassed", "was", "is", "stands", "of"])
_LOSE = frozenset(("lose", "loses", "losing", "lost"))
_TAKE_LIVES = frozenset(
    [
        "claim",
        "claims",
        "claimed",
        "claiming",
        "cost",
        "costs",
        "costing",
        "take",
        "takes",
        "took",
        "taken",
        "taking",
        "lose",
        "lost",
    ]
)
_LIVES = frozenset(("life", "soul"))


Found = tuple[str, int]


def harm_of(sheet: Sheet, items: tuple[Item, ...], bounds: tuple[int, int]) -> tuple[Found | None, ...]:
    """For each item its facet and the token of the harm word, or None."""
    scene = find_harm_words(sheet, items, bounds)
    if not scene.words:
        return (None,) * len(items)
    facets: list[Found | None] = [None] * len(items)
    for step in _STEPS:
        for at in range(len(items)):
            if facets[at] is None and items[at].person:
                facets[at] = step(scene, at, facets)
        if step is _suffered:
            _share_backward(scene, facets)
    return tuple(
        found if found is not None and (items[at].unit is not None or found[0] in OF_PEOPLE) else None
        for at, found in enumerate(facets)
    )


# --- steps: each looks for one way to tell the harm of one item


def _own(scene: Scene, at: int, facets: Sequence[Found | None]) -> Found | None:
    """Its own noun tells: "14 dead", "three deaths", "30 wounded soldiers", "claimed 12 lives"."""
    item = scene.items[at]
    if item.unit is not None and item.unit.lemma in _LIVES:
        before = scene.sheet.words(max(scene.bounds[0], item.first - 3), item.first)
        taken = bool(_TAKE_LIVES & set(before))
        return ("killed", item.first) if taken and item.unit.lemma == "life" else None
    if item.unit is not None and item.unit.lemma in STATES and "of" in scene.sheet.words(item.number.end, item.end):
        later = _scan_right(scene, item.end)  # "one of the wounded later died"
        if later is not None and later[0] == "killed":
            return later
    for near in range(item.number.end, item.end):
        word = scene.words.get(near)
        if word is not None and not (item.told or word.facet in ("detained", "none")):
            return word.facet, near
    beside = scene.words.get(item.end)
    if beside is not None and beside.noun and beside.use != "acts":
        return beside.facet, item.end
    return None


def _object(scene: Scene, at: int, facets: Sequence[Found | None]) -> Found | None:
    """It is what a verb right before it harms: "killed 12", "killing at least seven", "the deaths of three"."""
    before = _left(scene, scene.items[at].first)
    word = scene.ends.get(before + 1)
    if word is not None and word.use == "acts":
        return word.facet, word.first
    if before >= scene.bounds[0] and scene.sheet.tokens[before].lower in _LOSE and scene.items[at].unit is not None:
        return "killed", before  # "the brigade lost eight men"
    if before >= scene.bounds[0] and scene.sheet.tokens[before].lower == "of":
        noun = scene.ends.get(before)
        if noun is not None and (noun.noun or noun.use == "acts"):
            return noun.facet, noun.first
    return None


def _suffered(scene: Scene, at: int, facets: Sequence[Found | None]) -> Found | None:
    """A verb behind it tells: "12 were killed", "Nineteen passengers, among them four soldiers, died"."""
    item = scene.items[at]
    of_them = "of" in scene.sheet.words(item.number.end, item.end)  # "two of them were killed"
    if (item.part and not of_them) or item.told:
        return None
    before = _left(scene, item.first)
    governed = before >= scene.bounds[0] and scene.sheet.is_function(before, "preposition")
    if governed and scene.sheet.tokens[before].lower not in _OPENERS:
        word = scene.words.get(item.end)  # "one of three brothers killed in the raid"
        return (word.facet, word.first) if word is not None and word.use == "suffers" else None
    whole = item.of_whole and at + 1 < len(scene.items)
    return _scan_right(scene, scene.items[at + 1].end if whole else item.end)


_OPENERS = frozenset(["that", "as", "after", "before", "when", "since", "while", "than", "like", "plus"])


def _scan_right(scene: Scene, start: int) -> Found | None:
    sheet, near, limit = scene.sheet, start, min(start + _REACH, scene.bounds[1])
    relative = auxiliary = among = False
    while near < limit:
        token = sheet.tokens[near]
        word = scene.words.get(near)
        if word is not None:
            adjective = word.noun and (auxiliary or among or near == start or sheet.tokens[near - 1].lower == "in")
            return (word.facet, near) if word.use == "suffers" or adjective else None
        if near in scene.starts:
            item = scene.items[scene.starts[near]]
            if not item.part:
                return None
            near = item.end
            continue
        if token.text in _DASHES:
            near = _past_dashes(sheet, near, limit)
            continue
        if (
            token.text in _STOPS
            or token.lower in _CLAUSE_WORDS
            or _is_other_verb(sheet, near, scene.bounds[1], relative)
        ):
            return None
        if token.lower in _RELATIVES:
            relative = True
        elif sheet.is_function(near, "auxiliary"):
            if not relative and not auxiliary:
                limit = min(limit, near + _AUXILIARY_REACH)
            auxiliary, relative = not relative or auxiliary, False
        among = among or (auxiliary and token.lower == "among")
        near += 1
    return None


def _past_dashes(sheet: Sheet, at: int, limit: int) -> int:
    """The token after an insertion between dashes that begins at `at`; `limit` where no second dash ends it."""
    return next((near + 1 for near in range(at + 1, limit) if sheet.tokens[near].text in _DASHES), limit)


def _is_other_verb(sheet: Sheet, at: int, end: int, relative: bool) -> bool:
    """Whether another verb takes over: one of an event or of speech, or any "-ed" with its object."""
    token = sheet.tokens[at]
    if token.capital or relative or not token.word:
        return False
    if sheet.is_function(at - 1, "auxiliary"):  # "are believed to have been killed"
        return False
    event = sheet.lexicon.events.at(sheet.tokens, at)
    if event is not None and all(entry.verb for entry in event.entries):
        return True
    if sheet.lexicon.cues.at(sheet.tokens, at) is not None and token.lower.endswith(("ed", "s", "said", "told")):
        return True
    return token.lower.endswith("ed") and at + 1 < end and sheet.is_function(at + 1, "determiner")


def _share_backward(scene: Scene, facets: list[Found | None]) -> None:
    """ "12 soldiers, three policemen and a civilian were killed": the verb is told of the whole list."""
    following: int | None = None
    for at in range(len(scene.items) - 1, -1, -1):
        item = scene.items[at]
        if item.part:
            continue
        if (
            facets[at] is None
            and following is not None
            and _shares(scene, item, scene.items[following], facets[following])
        ):
            facets[at] = facets[following]
        following = at


def _shares(scene: Scene, item: Item, following: Item, found: Found | None) -> bool:
    if found is None or found[1] < item.first or not item.person or item.told:
        return False
    return _linked(scene, item, following) and _opens(scene, item)


def _linked(scene: Scene, first: Item, second: Item) -> bool:
    """Whether two items stand in one list: a comma or "and" before the second, no verb between them."""
    before = _left(scene, second.first)
    as_well_as = scene.sheet.words(max(0, before - 2), before + 1) == ("as", "well", "as")
    joined = before >= first.end - 1 and (scene.sheet.tokens[before].lower in _JOINS or as_well_as)
    if not joined or second.first - first.end > _REACH:
        return False
    return _goes_on(scene, first.end) and not any(_breaks(scene, near) for near in range(first.end, second.first))


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a list can go on behind an item: a join, a preposition or a time, no verb."""
    sheet, token = scene.sheet, scene.sheet.tokens[at]
    return token.lower in _JOINS or at in sheet.time_tokens or sheet.is_function(at, "preposition") or not token.word


def _breaks(scene: Scene, near: int) -> bool:
    sheet, token = scene.sheet, scene.sheet.tokens[near]
    if near in scene.words or token.text in _STOPS or token.lower in _RELATIVES:
        return True
    clause = token.lower in _CLAUSE_WORDS and not (
        token.lower == "as" and sheet.tokens[near + 1].lower in ("well", "as")
    )
    clause = clause and not (token.lower == "as" and sheet.tokens[near - 1].lower == "well")
    return clause or sheet.is_function(near, "auxiliary") or _is_other_verb(sheet, near, scene.bounds[1], False)


def _opens(scene: Scene, item: Item) -> bool:
    """Whether an item can be a subject: no verb with "-ed" right before it, but "left"."""
    before = _left(scene, item.first)
    if before < scene.bounds[0]:
        return True
    token = scene.sheet.tokens[before]
    return token.capital or not (token.lower.endswith("ed") or scene.sheet.is_function(before, "preposition"))


def _listed(scene: Scene, at: int, facets: Sequence[Found | None]) -> Found | None:
    """It goes on with a list: "killed the mayor, his wife and two children"."""
    before = _left(scene, scene.items[at].first)
    if scene.items[at].part or before < scene.bounds[0] or scene.sheet.tokens[before].lower not in _JOINS:
        return None
    earlier = next((near for near in range(at - 1, -1, -1) if not scene.items[near].part), None)
    if earlier is not None and _linked(scene, scene.items[earlier], scene.items[at]):
        found = facets[earlier]
        return found if found is not None and found[1] < scene.items[earlier].first else None
    for near in range(before, max(scene.bounds[0], before - _REACH) - 1, -1):
        word = scene.ends.get(near + 1)
        if word is not None:
            return (word.facet, word.first) if word.use == "acts" else None
        if _breaks(scene, near):
            return None
    return None


def _toll(scene: Scene, at: int, facets: Sequence[Found | None]) -> Found | None:
    """A toll or a label before it: "the toll rose to 34", "the number of wounded passed 50", "Killed: 18"."""
    item, sheet = scene.items[at], scene.sheet
    before = item.first - 1
    if before < scene.bounds[0] or not (item.unit is None or item.unit.unit == "people") or item.part:
        return None
    label = scene.ends.get(before)
    if sheet.tokens[before].text == ":":
        return (label.facet, label.first) if label is not None else None
    passed = item.first < item.number.core or sheet.tokens[before].lower in _TOLL_VERBS
    if not passed and before not in sheet.time_tokens:
        return None
    return _toll_before(scene, before)


def _toll_before(scene: Scene, before: int) -> Found | None:
    sheet, word = scene.sheet, None
    for near in range(before, max(scene.bounds[0], before - _REACH) - 1, -1):
        word = word or scene.words.get(near)
        lower = sheet.tokens[near].lower
        if lower in _TOLLS:
            return (word.facet if word is not None and word.facet == "injured" else "killed"), near
        if lower in _COUNTS and word is not None:
            return word.facet, word.first
        if sheet.tokens[near].text in _STOPS:
            return None
    return None


def _named_by_noun(scene: Scene, at: int, facets: Sequence[Found | None]) -> Found | None:
    """ "Among the dead were five children", "the wounded include two nurses"."""
    before = scene.items[at].first - 1
    if before < scene.bounds[0] or scene.sheet.tokens[before].lower not in _NAMING:
        return None
    word = next((scene.ends[near] for near in range(before, before - 3, -1) if near in scene.ends), None)
    return (word.facet, word.first) if word is not None and word.noun and word.facet != "none" else None


_NAMING = frozenset(["were", "was", "are", "include", "includes", "included", "including", "being"])


def _inherited(scene: Scene, at: int, facets: Sequence[Found | None]) -> Found | None:
    """A part takes the harm of its whole: "five of them critically", "including four children", "nine were ..."."""
    item, before = scene.items[at], scene.items[at].first - 1
    if item.of_whole and at + 1 < len(scene.items):
        return facets[at + 1]
    earlier = [near for near in range(at) if facets[near] is not None]
    colon = before >= scene.bounds[0] and scene.sheet.tokens[before].text in (":", "—", "–", "(")
    listed = (
        at > 0 and _linked(scene, scene.items[at - 1], item) and (scene.items[at - 1].part or _after_colon(scene, at))
    )
    if not (item.part or item.told or colon or listed) or (colon and item.unit is None and not item.part):
        return None
    if earlier:
        return facets[earlier[-1]]
    words = [word for word in scene.words.values() if word.first < item.first and word.facet in OF_PEOPLE]
    return (words[-1].facet, words[-1].first) if words and (item.part or item.told) else None


def _after_colon(scene: Scene, at: int) -> bool:
    start = scene.items[at - 1].first
    return any(
        scene.sheet.tokens[near].text in (":", "—", "–", "(")
        for near in range(max(scene.bounds[0], start - _REACH), start)
    )


Step = Callable[[Scene, int, Sequence[Found | None]], Found | None]
_STEPS: tuple[Step, ...] = (_own, _object, _named_by_noun, _suffered, _listed, _toll, _inherited)


def _left(scene: Scene, first: int) -> int:
    """The token before an item, its article, possessor and adverbs left out; one before the sentence where none is."""
    at = first - 1
    while at >= scene.bounds[0] and at + 1 not in scene.ends:
        word = scene.sheet.tokens[at].lower
        skipped = word in _BESIDE_NOUNS or (scene.sheet.is_function(at, "determiner") and word not in _RELATIVES)
        if not skipped:
            break
        at -= 1
    return at


_BESIDE_NOUNS = frozenset(("'s", "also", "further", "another", "young", "only"))

"""Who stands as the subject of a reporting expression, and who follows "according to"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.reading.nouns import NounPhrase
from corroborate.reading.sheet import Sheet
from corroborate.reading.words import BETWEEN, JOINS, RELATIVES, SUBJECT_PRONOUNS

# A subject of more words than this is a clause.
_LONGEST_PLAIN = 9
# An apposition or relative clause between a subject and its verb is not longer than this many words.
_LONGEST_INSERT = 32


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker as printed: `phrase` is its head noun phrase, None for a pronoun or a thing (`pronoun` token)."""

    first: int
    end: int
    phrase: NounPhrase | None
    pronoun: int | None = None
    lead: int | None = None

    @property
    def begins(self) -> int:
        """Where the words about the speaker begin: the office before a person's name belongs to them."""
        return self.first if self.lead is None else self.lead


@dataclass(frozen=True, slots=True)
class Subjects:
    """The speakers before a cue, where their words begin, and where the verb group begins."""

    sources: tuple[Source, ...]
    first: int
    verb: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Finder:
    """Noun phrases of one document, found by where they begin and end."""

    sheet: Sheet
    phrases: tuple[NounPhrase, ...]
    by_end: dict[int, NounPhrase]
    firsts: tuple[int, ...]
    inside: frozenset[int]

    @property
    def time_tokens(self) -> frozenset[int]:
        return self.sheet.time_tokens

    def ending_at(self, token: int) -> NounPhrase | None:
        return self.by_end.get(token)

    def starting_in(self, first: int, end: int) -> Sequence[NounPhrase]:
        """Phrases whose name begins in a range of tokens."""
        return self.phrases[bisect_left(self.firsts, first) : bisect_left(self.firsts, end)]


def make_finder(sheet: Sheet, phrases: tuple[NounPhrase, ...]) -> Finder:
    """The finder of a document's noun phrases."""
    firsts = tuple(phrase.first for phrase in phrases)
    inside = frozenset(at for phrase in phrases for at in range(phrase.first, phrase.end))
    return Finder(sheet, phrases, {phrase.end: phrase for phrase in phrases}, firsts, inside)


def can_speak(phrase: NounPhrase) -> bool:
    return phrase.kind not in ("place", "thing")


def subjects_before(
    finder: Finder, cue: int, start: int, *, saying: bool = False, trailing: bool = False
) -> Subjects | None:
    """The speakers whose verb begins at token `cue`, in the sentence that begins at `start`.

    A verb of `saying` makes a speaker of any noun; other verbs need one that is known to speak. Where the cue is
    `trailing` (nothing but an adjunct follows), all words since the last comma or quotation are about the speaker.
    """
    verb, negated = _verb_group(finder, cue, start)
    source = _source_ending(finder, verb, start)
    if not saying and source is not None and _bare_noun(finder.sheet, source, start):
        return None
    source = source or _opener(finder, verb, _set_off_at(finder.sheet, verb, start) if trailing else start)
    source = source or (_plain_subject(finder, verb, start, set_off=trailing) if saying else None)
    if source is None or finder.sheet.tokens[source.begins].lower in ("no", "neither", "none", "nobody"):
        return None
    if trailing and saying:
        source = _since_comma(finder, source, verb, start)
    sources = (source, *_coordinated(finder, source, start))
    return Subjects(
        tuple(sorted(sources, key=lambda item: item.first)), min(item.begins for item in sources), verb, negated
    )


def _opener(finder: Finder, at: int, start: int) -> Source | None:
    """The phrase that opens the sentence, where only a description of it follows: "residents reached by telephone
    said",
    "a driver who was waiting at the checkpoint said"."""
    sheet = finder.sheet
    phrase = next(
        (item for item in finder.starting_in(start, start + 5) if item.whole == start and can_speak(item)), None
    )
    if phrase is None or phrase.end >= at or at - phrase.end > _LONGEST_INSERT:
        return None
    relative = sheet.is_function(phrase.end, "relative")
    participle = sheet.tokens[phrase.end].lower.endswith(("ed", "ing"))
    signs = any(sheet.tokens[index].text in ',;:“”"—' for index in range(phrase.end, at))
    verbs = any(sheet.is_function(index, "auxiliary") for index in range(phrase.end, at))
    described = relative or (participle and not verbs)
    return Source(phrase.whole, phrase.end, phrase) if described and not signs else None


def _set_off_at(sheet: Sheet, at: int, start: int) -> int:
    """The token after the last comma or quotation before a verb, within reach of a speaker's description."""
    signs = (
        index + 1 for index in range(at - 1, max(start, at - _LONGEST_INSERT), -1) if sheet.tokens[index].text in ',”"»'
    )
    return next(signs, start)


def _since_comma(finder: Finder, source: Source, at: int, start: int) -> Source:
    """A speaker with the words before it that a comma or quotation sets off: "ombudsperson Liudmyla Harna"."""
    sheet, first = finder.sheet, source.begins
    while first > start and first > source.begins - _LONGEST_PLAIN:
        before = sheet.tokens[first - 1]
        if before.text in ',”"»':
            return replace(source, lead=first) if first < source.begins else source
        if not before.word or sheet.is_function(first - 1, "auxiliary", "conjunction", "relative", "subordinator"):
            return source
        first -= 1
    return source


def _bare_noun(sheet: Sheet, source: Source, start: int) -> bool:
    """Whether a source is one common noun alone inside a sentence: the "radio" of "radio calls"."""
    word = sheet.tokens[source.first]
    alone = source.end - source.first == 1 and source.pronoun is None and source.first > start
    return alone and word.text[:1].islower() and not word.lower.endswith("s")


def _plain_subject(finder: Finder, at: int, start: int, *, set_off: bool) -> Source | None:
    """A subject that no table knows: all words from the clause's start to the verb ("the skipper", "a person
    close to X").

    "The statement said" speaks for whoever issued it: it stands for the last body that spoke, like "it".
    """
    sheet, first = finder.sheet, at
    while first > start and sheet.tokens[first - 1].text not in ',;:“”"—()' and at - first < _LONGEST_PLAIN:
        first -= 1
    while first < at and sheet.is_function(first, "conjunction", "subordinator", "adverb"):
        first += 1
    apart = set_off and first - 1 > start and sheet.tokens[first - 1].text in ',”"'
    opens = first < at and (sheet.is_function(first, "determiner") or sheet.tokens[first].number or apart)
    if not opens or any(_is_verbal(sheet, index) for index in range(first, at)):
        return None
    head = at - 1
    if not sheet.tokens[head].word or sheet.is_function(head) or sheet.lexicon.weapons.at(sheet.tokens, head):
        return None
    if sheet.lexicon.channels.at(sheet.tokens, head):
        return Source(first, at, None, pronoun=head)
    name = first + 1 if first + 1 < at else first
    phrase = NounPhrase(name, _noun_end(sheet, name, at), first, "role", sheet.tokens[head].lower, anonymous=True)
    return Source(first, at, phrase)


def _noun_end(sheet: Sheet, first: int, end: int) -> int:
    """Where the simple noun phrase at the head of a longer one ends: before its first preposition."""
    return next((at for at in range(first + 1, end) if sheet.is_function(at, "preposition")), end)


def _is_verbal(sheet: Sheet, at: int) -> bool:
    return sheet.is_function(at, "auxiliary", "relative") or _finite(sheet, at)


def subject_after(finder: Finder, at: int, end: int) -> Source | None:
    """The speaker that begins at token `at` ("said the mayor", "according to a hospital director in ...")."""
    sheet = finder.sheet
    if at >= end:
        return None
    if sheet.tokens[at].lower in ("him", "her", "them", "it", "he", "she", "they"):
        return Source(at, at + 1, None, pronoun=at)
    document = _document_by(finder, at, end)
    if document is not None:
        return subject_after(finder, document, end)
    for phrase in finder.starting_in(at, min(at + 4, end)):
        gap = range(at, phrase.whole)
        if (
            phrase.whole >= at
            and can_speak(phrase)
            and all(sheet.is_function(index, "determiner") or not sheet.is_function(index) for index in gap)
        ):
            person = _apposed_person(finder, phrase, end)
            return person or Source(at, _phrase_end(finder, phrase, end), phrase)
        break
    return None


def _document_by(finder: Finder, at: int, end: int) -> int | None:
    """Where the author begins of a document that is named as source: "a report by X", "figures published by X"."""
    sheet = finder.sheet
    for near in range(at, min(at + 4, end)):
        if sheet.lexicon.channels.at(sheet.tokens, near) is not None or sheet.tokens[near].lower in (
            "figures",
            "data",
            "a list",
        ):
            by = (index for index in range(near + 1, min(near + 5, end)) if sheet.tokens[index].lower in ("by", "from"))
            author = next(by, None)
            return author + 1 if author is not None and author + 1 < end else None
        if sheet.tokens[near].capital and near > at:
            return None
    return None


def _verb_group(finder: Finder, cue: int, start: int) -> tuple[int, bool]:
    """Where the verb group begins: auxiliaries, adverbs and times before the verb belong to it."""
    sheet, at, negated = finder.sheet, cue, False
    if at > start and sheet.tokens[at - 1].lower in ("all", "both", "each"):  # "the police and the army all said"
        at -= 1
    while at > start:
        word = sheet.tokens[at - 1].lower
        negated = negated or word in ("not", "n't", "never")
        adverb = word.endswith("ly") and len(word) > 4
        timed = at - 1 in finder.time_tokens or (word == "on" and at in finder.time_tokens)
        if not (adverb or timed or word in BETWEEN or sheet.is_function(at - 1, "auxiliary")):
            break
        at -= 1
    return at, negated


def _source_ending(finder: Finder, at: int, start: int) -> Source | None:
    """The speaker whose words end just before token `at`."""
    sheet = finder.sheet
    if at <= start:
        return None
    before = sheet.tokens[at - 1]
    if before.lower in SUBJECT_PRONOUNS:
        return (
            _antecedent(finder, at - 1, start) if before.lower in ("who",) else Source(at - 1, at, None, pronoun=at - 1)
        )
    if before.text in ",—–)":
        return _before_insert(finder, at - 1, start)
    phrase = finder.ending_at(at) or _loose_end(finder, at, start)
    if phrase is None:
        return None
    head = _opened_by(finder, _head_phrase(finder, phrase, start), start)
    if head is None:
        return None
    return _person_inside(finder, head, at) or Source(head.whole, at, head, lead=_office_before(finder, head))


def _office_before(finder: Finder, head: NounPhrase) -> int | None:
    """Where the office right before a person's name begins: "coastguard commander Rute Halm"."""
    office = finder.ending_at(head.whole) if head.kind in ("person", "unknown") else None
    return office.whole if office is not None and office.kind == "role" else None


def _opened_by(finder: Finder, head: NounPhrase | None, start: int) -> NounPhrase | None:
    """The phrase that opens the sentence, where no verb or comma parts it from the one found: "X involved in Y
    against Z have said".
    """
    sheet = finder.sheet
    first = next(
        (item for item in finder.starting_in(start, start + 5) if item.whole == start and can_speak(item)), None
    )
    if head is None or first is None or first.end >= head.whole:
        return head
    between = range(first.end, head.whole)
    stops = any(
        sheet.is_function(at, "auxiliary", "subordinator", "relative") or sheet.tokens[at].text in ',;:“”"'
        for at in between
    )
    cued = any(sheet.lexicon.cues.at(sheet.tokens, at) or _finite(sheet, at) for at in between)
    return head if stops or cued else first


def _finite(sheet: Sheet, at: int) -> bool:
    """Whether a token can only be a finite verb of an event ("struck", "hit"), not a participle in a description."""
    found = sheet.lexicon.events.at(sheet.tokens, at)
    return (
        found is not None
        and all(entry.verb for entry in found.entries)
        and not sheet.tokens[at].lower.endswith(("ing", "ed"))
    )


def _loose_end(finder: Finder, at: int, start: int) -> NounPhrase | None:
    """A phrase that ends a few words earlier, with only joining words, places and times between ("... in the
    north").
    """
    sheet = finder.sheet
    for back in range(at - 1, max(start, at - 8), -1):
        phrase = finder.ending_at(back)
        if phrase is not None:
            return phrase if sheet.tokens[back].lower in JOINS else None
        if not sheet.tokens[back - 1].word:
            return None
    return None


def _head_phrase(finder: Finder, phrase: NounPhrase, start: int) -> NounPhrase | None:
    """The phrase that leads a chain joined by prepositions: the spokesman of "a spokesman for the ministry"."""
    head = phrase if can_speak(phrase) else None
    current = phrase
    while (earlier := _joined_before(finder, current, start)) is not None:
        current = earlier
        if can_speak(earlier):
            head = earlier
    return head


def _joined_before(finder: Finder, phrase: NounPhrase, start: int) -> NounPhrase | None:
    sheet = finder.sheet
    for at in range(phrase.whole, max(start, phrase.whole - 7), -1):
        earlier = finder.ending_at(at)
        if earlier is not None and earlier.end <= phrase.whole:
            joined = at < phrase.whole and sheet.tokens[at].lower in JOINS - {"the", "a", "an"}
            return earlier if joined and (can_speak(earlier) or earlier.kind == "place") else None
        word = sheet.tokens[at - 1]
        if (not word.word and word.lower != "'s") or (sheet.is_function(at - 1) and word.lower not in JOINS):
            return None
    return None


def _before_insert(finder: Finder, comma: int, start: int) -> Source | None:
    """The speaker before an apposition or relative clause that ends at a comma: "X, a baker in Lemde, said"."""
    sheet = finder.sheet
    named = finder.ending_at(comma)
    if (
        named is not None
        and named.kind in ("person", "unknown")
        and sheet.tokens[named.whole - 1].text == ","
        and named.whole - 2 > start
    ):
        lead = _described_from(sheet, named.whole - 1, start)
        if lead is not None:
            return Source(named.whole, named.end, named, lead=lead)
    for at in range(comma - 1, max(start, comma - _LONGEST_INSERT), -1):
        if sheet.tokens[at].text not in ",—–(":
            continue
        phrase = finder.ending_at(at)
        opener = sheet.tokens[at + 1].lower
        if phrase is None or not _opens_insert(finder, at + 1, opener):
            continue
        head = _head_phrase(finder, phrase, start)
        if head is None:
            continue
        person = next(
            (item for item in finder.starting_in(at + 1, comma) if item.kind == "person" and item.whole == at + 1), None
        )
        if person is not None and head.kind in ("role", "unknown"):
            return Source(person.whole, person.end, person, lead=head.whole)
        return _person_inside(finder, head, at) or Source(head.whole, at, head)
    return _opening(finder, comma, start)


def _described_from(sheet: Sheet, comma: int, start: int) -> int | None:
    """Where the description before a name's comma begins: "the skipper, Peer Sey,"."""
    for at in range(comma - 1, max(start - 1, comma - _LONGEST_PLAIN), -1):
        if sheet.is_function(at, "determiner"):
            return at
        if not sheet.tokens[at].word or sheet.is_function(at, "auxiliary", "pronoun", "relative", "subordinator"):
            return None
    return None


def _opening(finder: Finder, comma: int, start: int) -> Source | None:
    """The speaker that opens the sentence, where all up to the comma describes it ("A group said to be backed by
    X, claimed").
    """
    sheet = finder.sheet
    phrase = next(
        (item for item in finder.starting_in(start, start + 5) if item.whole == start and can_speak(item)), None
    )
    if phrase is None or any(
        sheet.is_function(at, "auxiliary") and sheet.tokens[at].lower != "be" for at in range(phrase.end, comma)
    ):
        return None
    return Source(phrase.whole, comma, phrase)


def _opens_insert(finder: Finder, at: int, opener: str) -> bool:
    sheet = finder.sheet
    if opener in RELATIVES or opener in (
        "a",
        "an",
        "the",
        "speaking",
        "aged",
        "from",
        "in",
        "one",
        "also",
        "himself",
        "known",
    ):
        return True
    near = sheet.lexicon.roles.at(sheet.tokens, at) or sheet.lexicon.bodies.at(sheet.tokens, at)
    phrase = next((item for item in finder.starting_in(at, at + 4) if item.whole <= at + 1), None)
    return near is not None or opener.endswith(("ing", "ed")) or phrase is not None or sheet.tokens[at].number


def _antecedent(finder: Finder, relative: int, start: int) -> Source | None:
    at = relative - 1 if relative > start and finder.sheet.tokens[relative - 1].text == "," else relative
    phrase = finder.ending_at(at)
    head = _head_phrase(finder, phrase, start) if phrase is not None else None
    return Source(head.whole, at, head) if head is not None else None


def _person_inside(finder: Finder, head: NounPhrase, end: int) -> Source | None:
    """The person named right after an office: "hospital director Selit Marun said"."""
    if head.kind not in ("role", "unknown"):
        return None
    for item in finder.starting_in(head.end, end):
        if item.kind == "person" and item.first == head.end:
            return Source(head.whole, item.end, item)
    return None


def _apposed_person(finder: Finder, phrase: NounPhrase, end: int) -> Source | None:
    """ "according to the director, Selit Marun" names the person."""
    if phrase.kind != "role" or phrase.end + 1 >= end:
        return None
    after = phrase.end + (finder.sheet.tokens[phrase.end].text == ",")
    for item in finder.starting_in(after, min(after + 4, end)):
        if item.kind == "person" and item.whole == after:
            return Source(phrase.whole if after == phrase.end else item.whole, item.end, item)
        break
    return None


def _phrase_end(finder: Finder, phrase: NounPhrase, end: int) -> int:
    """Where a phrase with its prepositional additions ends, at a comma or verb at the latest."""
    sheet, at = finder.sheet, phrase.end
    while at < end:
        word = sheet.tokens[at]
        inside = next((item for item in finder.starting_in(at, at + 3) if item.whole <= at + 1), None)
        if (
            word.lower in ("for", "of", "with", "in", "at", "from", "near")
            and at + 1 < end
            and at not in finder.time_tokens
        ):
            following = next(iter(finder.starting_in(at + 1, min(at + 7, end))), None)
            plain = following is not None and all(sheet.tokens[index].word for index in range(at, following.first))
            if following is None or not plain:
                break
            at = following.end
        elif inside is not None and inside.whole == at and inside.kind != "place":
            at = inside.end
        else:
            break
    return at


def _coordinated(finder: Finder, source: Source, start: int) -> Iterator[Source]:
    """Speakers joined to `source` before it: "X and Y said", "X, head of Z, and other activists said"."""
    sheet, at = finder.sheet, source.begins
    if source.phrase is None or at - 1 <= start or sheet.tokens[at - 1].lower != "and":
        return
    at -= 1
    earlier = _source_ending(finder, at, start)
    if earlier is None or earlier.phrase is None or earlier.first > start + _LONGEST_INSERT:
        return
    if not _begins_clause(finder, earlier.first, start):
        return
    yield replace(earlier, end=min(earlier.end, at))
    while sheet.tokens[earlier.begins - 1].text == "," and earlier.begins - 1 > start:
        listed = finder.ending_at(earlier.begins - 1)
        if listed is None or not can_speak(listed) or not _begins_clause(finder, listed.whole, start):
            return
        earlier = Source(listed.whole, listed.end, listed)
        yield earlier


def _begins_clause(finder: Finder, at: int, start: int) -> bool:
    """Whether nothing but an introduction stands before: coordination inside another clause is no list of speakers."""
    sheet = finder.sheet
    return (
        at == start
        or sheet.tokens[at - 1].text in ',:;—“"'
        or sheet.tokens[at - 1].lower in ("but", "while", "that", "as", "and")
    )

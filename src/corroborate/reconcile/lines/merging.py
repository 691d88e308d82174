"""Why two first speakers are one line: the rules, each with the words that show it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from corroborate.model.ledger import Actor, Claim
from corroborate.model.lineage import Passage
from corroborate.model.span import Span
from corroborate.names.fold import core_words
from corroborate.names.rules import SMALL_WORDS
from corroborate.reconcile.answers.questions import Questions
from corroborate.reconcile.lines.crowds import Crowds

# The kind of crowds that could be anybody: "sources", "reports".
NOBODY = "nobody"
_PRESS = frozenset(("media", "agency"))
# Bodies whose speakers are none of a crowd.
_POWERS = frozenset(("state", "state-forces", "government-body", "armed-group", "intergovernmental", "media", "agency"))
# Bodies that are named in full or in short.
_BODIES = frozenset(("state", "state-forces", "government-body", "armed-group", "intergovernmental", "organisation",
                     "coalition", "monitor", "unknown"))  # fmt: skip
# Kinds under which bodies of all sorts stand.
_MANIFOLD = frozenset(("organisation", "unknown"))
# "the council's" for "the council".
_OWNING = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W_]+")
# As many words in a row are hardly ever chosen alike by two people; shorter runs are stock ("the Front bombed a bakery
# in Ulmar"). Two speakers whom pages name are one only where they share a passage.
_LEAST_WORDS = 9
# As many code points of a claim are shown as tell it from another.
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Origin:
    """One first speaker with the claims that it makes for an answer. `actor` is None where nobody is named."""

    key: str
    name: str
    actor: str | None
    claims: tuple[Claim, ...]

    @property
    def own_voice(self) -> bool:
        """Whether nobody is named for any of its claims: a page says it by itself."""
        return all(claim.claimant.start is None and not claim.claimant.anonymous for claim in self.claims)

    @property
    def unnamed(self) -> bool:
        """Whether it is nowhere said who it is."""
        return all(claim.claimant.anonymous for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Voices:
    """What merging looks things up in: actors by id, their parties, the passages of each two documents, what
    documents are called, what kinds of people crowds are, and by what words a claim tells of what others say.
    """

    actors: Mapping[str, Actor]
    parties: Mapping[str, str]
    passages: Mapping[tuple[str, str], Sequence[Passage]]
    documents: Mapping[str, str]
    crowds: Crowds
    questions: Questions = field(default_factory=Questions)

    def kind(self, origin: Origin) -> str:
        """The kind of its actor; "unknown" where there is none."""
        actor = self.actors.get(origin.actor or "")
        return actor.kind if actor is not None else "unknown"

    def party(self, origin: Origin) -> str | None:
        """The body for which it speaks; itself where it speaks for none."""
        return self.parties.get(origin.actor or "")

    def press(self, origin: Origin) -> bool:
        """Whether it is an outlet or an agency; pages that do not name themselves are outlets."""
        return self.kind(origin) in _PRESS or (origin.actor is None and origin.own_voice)


Rule = Callable[[Origin, Origin, Voices], str | None]


# --- joins: two origins are one line


def one_party(first: Origin, second: Origin, voices: Voices) -> str | None:
    """A body with its spokesmen, officials, commanders and members is one voice."""
    one, other = voices.party(first), voices.party(second)
    if one is None or one != other:
        return None
    said = " and ".join(f"“{_speaker(item.claims[0])}”" for item in (first, second))
    return f"one party: {said} both speak for {voices.actors[one].name}"


def perhaps_one_party(first: Origin, second: Origin, voices: Voices) -> str | None:
    """A body whose name may be short for the other's ("Navy", "Kestrian Navy") is no second line: nothing tells them
    apart.
    """
    for short, full in ((first, second), (second, first)):
        publishes = voices.kind(full) == "media" and full.actor in voices.actors  # a council with a page of its own
        if _is_body(short, voices) and (publishes or _is_body(full, voices)) and _abbreviates(short, full, voices):
            return f"one party: nothing tells “{_speaker(short.claims[0])}” from {full.name}"
    return None


def one_text(first: Origin, second: Origin, voices: Voices) -> str | None:
    """Claims at one place of a passage that two documents share are one telling, and so are claims in the same
    words; two speakers whom one sentence joins are two.
    """
    if _joined(first, second):
        return None
    named = not any(item.unnamed or item.own_voice or voices.press(item) for item in (first, second))
    for ours, theirs in product(first.claims, second.claims):
        if ours.document == theirs.document:
            continue
        shared = voices.passages.get(_pair(ours, theirs), ())
        if (not named and _same_words(ours, theirs)) or any(_same_place(ours, theirs, passage) for passage in shared):
            names = " and ".join(sorted((voices.documents[ours.document], voices.documents[theirs.document])))
            return f"one text: the same words stand in {names}: “{_short(ours.text)}”"
    return None


def one_agency(first: Origin, second: Origin, voices: Voices) -> str | None:
    """Unnamed speakers who come through one agency are one: joined in its sentence, or perhaps the same people; so
    are those of one kind whom another page has from an outlet that quotes such a one itself.
    """
    if not (first.unnamed and second.unnamed):
        return None
    if _joined(first, second) or voices.crowds.may_share(first.name, second.name):
        shared = sorted(_agencies(first, voices) & _agencies(second, voices))
        if shared:
            return f"one agency: both are unnamed speakers of {shared[0]}"
    outlet = _quoted_from(first, second) or _quoted_from(second, first)
    kind = voices.crowds.kind(first.name)
    if outlet is None or kind is None or kind != voices.crowds.kind(second.name):
        return None
    return f"one agency: both are unnamed speakers of {outlet}, called alike"


def _quoted_from(origin: Origin, other: Origin) -> str | None:
    """The outlet from which a page has one speaker, and on whose own page the other speaks."""
    passed = {link.actor: link.name for claim in origin.claims for link in claim.chain[1:-1] if link.actor is not None}
    heard = sorted(passed[key] for claim in other.claims if (key := claim.chain[-1].actor) in passed)
    return heard[0] if heard else None


# --- drops: an origin is no line beside another


def reportedly(origin: Origin, other: Origin, voices: Voices) -> str | None:
    """A report that names nobody is a line only where it is the only one."""
    nobody = origin.actor is None or voices.press(origin) or voices.crowds.kind(origin.name) == NOBODY
    if not ((origin.unnamed and nobody) or _some_outlet(origin, voices)):
        return None
    said = next((claim.cue.text for claim in origin.claims if claim.cue is not None), "reportedly")
    return f"reportedly: “{said}” names nobody, and is a line only where there is no other"


def told_of(origin: Origin, other: Origin, voices: Voices) -> str | None:
    """Who only tells of a figure that others give — sums it up, judges it, says where it came from — is no line
    beside them.
    """
    if any(voices.questions.matches("told-of", claim.text) is None for claim in origin.claims):
        return None
    return f"reportedly: “{_short(origin.claims[0].text)}” tells of what others say"


def own_sentence(origin: Origin, other: Origin, voices: Voices) -> str | None:
    """An outlet's own sentence is no line where the same article, or another one of the outlet, gives a source for
    it; nor are its words in other pages, where it gives them a source itself.
    """
    told = _source_given(origin, other, voices)
    if told is None:
        return None
    page = voices.documents[told.document]
    return f"own sentence: {page} gives a source for it, “{_speaker(told)}”: “{_short(told.text)}”"


def collective(origin: Origin, other: Origin, voices: Voices) -> str | None:
    """An unnamed crowd is no line beside a named speaker who may belong to it, nor beside another such crowd."""
    if not _crowd(origin, voices) or not _may_belong(other, origin, voices):
        return None
    return f"collective: “{_speaker(origin.claims[0])}” names nobody, and {other.name} may belong to it"


def unnamed_body(origin: Origin, other: Origin, voices: Voices) -> str | None:
    """A body that is only described ("a rights group", "the army") is no line beside a named one of its kind."""
    alike = voices.kind(other) == voices.kind(origin) and _may_be_called(origin, other, voices)
    if _described(origin, voices) and alike and not _described(other, voices):
        return f"collective: “{_speaker(origin.claims[0])}” names nobody, and may be {other.name}"
    return None


JOINS: tuple[Rule, ...] = (one_party, perhaps_one_party, one_text, one_agency)
DROPS: tuple[Rule, ...] = (reportedly, told_of, own_sentence, collective, unnamed_body)


def _crowd(origin: Origin, voices: Voices) -> bool:
    """Whether it is a crowd that belongs to no body."""
    return voices.kind(origin) == "population" and voices.party(origin) == origin.actor


def _may_belong(item: Origin, crowd: Origin, voices: Voices) -> bool:
    """Whether a speaker may be one of a crowd: another crowd, a named person of no body, or people called alike."""
    kind, party = voices.kind(item), voices.actors.get(voices.party(item) or "")
    alone = party is None or party.id == item.actor
    if kind == "population" and alone:
        return voices.crowds.may_share(crowd.name, item.name)
    # A tribe or a family is no body that speaks with one voice.
    if kind == "person" and not item.unnamed and (alone or (party is not None and party.kind == "population")):
        return True
    people = voices.crowds.kind(crowd.name)
    own = {voices.crowds.kind(item.name), voices.crowds.kind(party.name if party is not None else "")}
    return people in own - {None} and (party is None or party.kind not in _POWERS) and kind not in _POWERS


def _described(origin: Origin, voices: Voices) -> bool:
    """Whether a body that is under no other goes by common nouns alone."""
    alone = _is_body(origin, voices) and voices.party(origin) == origin.actor
    return alone and not any(sign.isupper() for sign in voices.actors[origin.actor or ""].name)


def _some_outlet(origin: Origin, voices: Voices) -> bool:
    """Whether it is an outlet that no name tells from others: "a local information site"."""
    quoted = any(claim.claimant.start is not None for claim in origin.claims)
    named = any(sign.isupper() or sign.isdigit() for sign in origin.name)
    return quoted and origin.actor in voices.actors and voices.kind(origin) in _PRESS and not named


def _may_be_called(origin: Origin, other: Origin, voices: Voices) -> bool:
    """Whether the words for an organisation could be for this one: no two say what it is, or one word does for both."""
    if voices.kind(origin) not in _MANIFOLD:
        return True
    one, two = voices.crowds.kind(origin.name), voices.crowds.kind(other.name)
    return one is None or two is None or one == two


def _is_body(origin: Origin, voices: Voices) -> bool:
    return origin.actor in voices.actors and voices.kind(origin) in _BODIES


def _source_given(origin: Origin, other: Origin, voices: Voices) -> Claim | None:
    """The claim by which a page, or a body that is quoted, shows that it has an answer from somebody else."""
    own = {claim.document for claim in origin.claims if claim.claimant.start is None and len(claim.chain) == 1}
    if voices.press(origin):
        for claim in other.claims:
            if claim.document in own:
                return claim
    elif own:
        return None
    passed = (claim for claim in other.claims if any(_is(link.actor, origin) for link in claim.chain[1:]))
    return next(passed, None)


def _is(actor: str | None, origin: Origin) -> bool:
    return actor is not None and actor == origin.actor


def _joined(first: Origin, second: Origin) -> bool:
    """Whether one sentence names both: two speakers who say the same."""
    spans = {(claim.document, claim.start, claim.end) for claim in first.claims}
    return any((claim.document, claim.start, claim.end) in spans for claim in second.claims)


def _agencies(origin: Origin, voices: Voices) -> set[str]:
    """The agencies through which its claims came."""
    links = [link for claim in origin.claims for link in claim.chain]
    known = {actor for actor, record in voices.actors.items() if record.kind == "agency"}
    return {link.name for link in links if link.role == "agency" or link.actor in known}


def _same_words(ours: Claim, theirs: Claim) -> bool:
    """Whether two claims share a run of words that two people hardly ever choose alike."""
    one, other = _WORD.findall(ours.text.casefold()), _WORD.findall(theirs.text.casefold())
    if len(one) < _LEAST_WORDS or len(other) < _LEAST_WORDS:
        return False
    runs = {tuple(one[at : at + _LEAST_WORDS]) for at in range(len(one) - _LEAST_WORDS + 1)}
    return any(tuple(other[at : at + _LEAST_WORDS]) in runs for at in range(len(other) - _LEAST_WORDS + 1))


def _abbreviates(short: Origin, full: Origin, voices: Voices) -> bool:
    """Whether every telling word of a name stands in the other's, and no two states part them."""
    one, other = (voices.actors[item.actor or ""] for item in (short, full))
    if one.country and other.country and one.country != other.country:
        return False
    words, others = (frozenset(core_words(_OWNING.sub("", actor.name))) - SMALL_WORDS for actor in (one, other))
    return bool(words) and words < others


def _pair(ours: Claim, theirs: Claim) -> tuple[str, str]:
    return min(ours.document, theirs.document), max(ours.document, theirs.document)


def _same_place(ours: Claim, theirs: Claim, passage: Passage) -> bool:
    """Whether two claims stand at the same place of a passage."""
    sides = {passage.first: passage.first_span, passage.second: passage.second_span}
    here, there = sides[ours.document], sides[theirs.document]
    one, other = Span(ours.start, ours.end), Span(theirs.start, theirs.end)
    if not (here.overlaps(one) and there.overlaps(other)):
        return False
    scale = (there.end - there.start) / max(1, here.end - here.start)
    start, end = (round(there.start + (at - here.start) * scale) for at in (one.start, one.end))
    shared = min(end, other.end) - max(start, other.start)
    return 2 * shared >= min(end - start, other.end - other.start)


def _speaker(claim: Claim) -> str:
    return claim.claimant.text or claim.chain[0].name


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: plain.rfind(" ", 0, _SHOWN)] + " …"

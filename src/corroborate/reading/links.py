"""The links of a claim's chain that the text names: channels, agencies, outlets, persons who pass it on."""

from collections.abc import Iterator

from corroborate.model.ledger import Role
from corroborate.model.reading import ChainLink
from corroborate.reading.attribution import Attribution
from corroborate.reading.names import Names
from corroborate.reading.nouns import NounPhrase
from corroborate.reading.sheet import Sheet
from corroborate.reading.sources import Finder, Source

_ROLES: dict[str, Role] = {"agency": "agency", "media": "outlet", "platform": "channel"}


def source_link(names: Names, source: Source, sheet: Sheet) -> ChainLink:
    """The speaker of an outer attribution as a link: an agency, an outlet, or somebody who passes the claim on."""
    kind = source.phrase.kind if source.phrase is not None else "unknown"
    span = sheet.span(source.first, source.end)
    mention = (
        names.of_phrase.get(source.phrase) if source.phrase is not None else names.of_pronoun.get(source.pronoun or -1)
    )
    return ChainLink(_ROLES.get(kind, "channel"), span.of(sheet.text), span, mention)


def channel_links(finder: Finder, names: Names, attribution: Attribution) -> Iterator[ChainLink]:
    """What stands between speaker and content: "in a video", "on Twitter", "told Reuters"; channels before agencies."""
    found = [*_named(finder, names, attribution), *_unnamed(finder, attribution)]
    order = {"channel": 0, "agency": 1, "outlet": 2}
    yield from sorted(found, key=lambda link: (order[link.role], link.span.start if link.span else 0))


def _frame_tokens(finder: Finder, attribution: Attribution) -> list[int]:
    """The tokens of the frame that are neither content nor speaker."""
    sheet = finder.sheet
    first, end = attribution.frame
    cue = set(sheet.between(attribution.cue_span))
    taken = {at for source in attribution.sources for at in range(source.first, source.end)} | set(
        sheet.between(attribution.content)
    )
    return [at for at in range(first, end) if at not in taken and at not in cue]


def _named(finder: Finder, names: Names, attribution: Attribution) -> Iterator[ChainLink]:
    free = set(_frame_tokens(finder, attribution))
    for phrase in finder.starting_in(attribution.frame[0], attribution.frame[1]):
        told = (
            attribution.cue.lemma == "tell"
            and phrase.kind == "unknown"
            and phrase.whole <= finder.sheet.token_at(attribution.cue_span.end) + 1
        )
        if phrase.first in free and told:
            span = finder.sheet.span(phrase.first, phrase.end)
            yield ChainLink("outlet", span.of(finder.sheet.text), span, names.of_phrase.get(phrase))
        named = finder.sheet.tokens[phrase.first].capital or phrase.definite
        if phrase.first in free and phrase.kind in _ROLES and named:
            span = finder.sheet.span(phrase.first, phrase.end)
            yield ChainLink(
                _ROLES[phrase.kind], _full_name(phrase, span.of(finder.sheet.text)), span, names.of_phrase.get(phrase)
            )


def _full_name(phrase: NounPhrase, text: str) -> str:
    return phrase.known.name if phrase.known is not None else text


def _unnamed(finder: Finder, attribution: Attribution) -> Iterator[ChainLink]:
    """A channel noun with its article: "a statement", "a video"."""
    sheet, previous = finder.sheet, -1
    for at in _frame_tokens(finder, attribution):
        found = sheet.lexicon.channels.at(sheet.tokens, at)
        verb = sheet.lexicon.cues.at(sheet.tokens, at) is not None and finder.ending_at(at) is not None
        if (
            found is None
            or verb
            or at < previous
            or at == attribution.frame[0]
            or sheet.tokens[at].capital
            or found.entries[0] == "interview"
        ):
            continue
        previous = at + found.length
        first = at
        while (
            first > attribution.frame[0]
            and (
                sheet.is_function(first - 1, "determiner")
                or not (sheet.is_function(first - 1) or not sheet.tokens[first - 1].word)
            )
            and at - first < 3
        ):
            first -= 1
            if sheet.is_function(first, "determiner"):
                break
        if not sheet.is_function(first, "determiner"):
            first = at
        span = sheet.span(first, previous)
        yield ChainLink("channel", span.of(sheet.text), span)

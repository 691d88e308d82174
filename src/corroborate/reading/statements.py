"""Statements: attributions and the outlet's own sentences as claims, with their links, stance and events."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.ledger import Quotation
from corroborate.model.reading import ChainLink, EventMention, Statement, TimeExpression
from corroborate.model.span import Span, trimmed
from corroborate.reading.attribution import Attribution, has_verb
from corroborate.reading.links import channel_links, source_link
from corroborate.reading.names import Names
from corroborate.reading.nouns import NounPhrase
from corroborate.reading.quantities import Counted
from corroborate.reading.sheet import Sheet, quoted_stretches
from corroborate.reading.sources import Finder, Source, can_speak
from corroborate.reading.splitting import split_content
from corroborate.reading.stance import stance_of

_TRIM = " \t\r\n\u00a0,;:—–-"
# Below this many words a leftover beside an attribution, or a line of its own, tells nothing.
_SHORTEST = 4
# A speaker before a colon is a label of at most this many words.
_LONGEST_LABEL = 7
# An inner attribution that begins within so many tokens of an outer content takes it over whole.
_NESTED_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Context:
    """All that the statements of one document are made from."""

    finder: Finder
    names: Names
    attributions: tuple[Attribution, ...]
    events: tuple[EventMention, ...]
    times: tuple[TimeExpression, ...]
    counted: tuple[Counted, ...]

    @property
    def sheet(self) -> Sheet:
        return self.finder.sheet


def find_statements(context: Context) -> tuple[Statement, ...]:
    """The statements of a document, in text order."""
    attributions = _without_echoes(context, _trimmed_contents(context))
    outers = {index: _outers(attributions, index) for index in range(len(attributions))}
    passages = _passages(context, attributions)
    spoken = [
        statement
        for index, attribution in enumerate(attributions)
        if not _taken_over(context, attributions, index, outers)
        for statement in _spoken(context, attribution, [attributions[outer] for outer in outers[index]], passages)
    ]
    covered = [*(_reach(context.sheet, item) for item in attributions)]
    spoken += _continued_quotes(context, spoken, covered)
    covered += [statement.span for statement in spoken]
    own = list(_own_voice(context, covered, passages))
    return tuple(sorted((*spoken, *own), key=lambda item: (item.span.start, item.span.end, item.speaker or -1)))


# --- attributed


def _trimmed_contents(context: Context) -> tuple[Attribution, ...]:
    """Contents end where the frame of a source that closes the sentence begins (", according to the AP")."""
    sheet = context.sheet
    kept: list[Attribution] = []
    with_source = {item.sentence for item in context.attributions if item.sources}
    for item in context.attributions:
        if not item.sources and item.sentence in with_source:
            continue
        content = item.content
        for other in context.attributions:
            opens = sheet.tokens[other.frame[0]].start
            closes_later = (
                other is not item
                and other.post
                and other.sentence == item.sentence
                and content.start < opens < content.end
            )
            if closes_later and other.first > item.first and not item.post:
                content = trimmed(Span(content.start, opens), sheet.text, _TRIM)
        if content.start < content.end:
            kept.append(replace(item, content=content))
    return tuple(kept)


def _without_echoes(context: Context, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Without verbs that a speaker uses of itself inside its own words: "the ministry said it was told", "said
    they believed".
    """
    return tuple(
        item
        for item in attributions
        if not any(
            outer is not item
            and outer.content.contains(item.cue_span)
            and item.sources
            and outer.sources
            and _is_own_pronoun(context, item, outer)
            for outer in attributions
        )
    )


def _is_own_pronoun(context: Context, inner: Attribution, outer: Attribution) -> bool:
    pronoun = inner.sources[0].pronoun
    return (
        pronoun is not None
        and not outer.content.contains(outer.cue_span)
        and pronoun - context.sheet.token_at(outer.content.start) <= 1
    )


def _outers(attributions: Sequence[Attribution], index: int) -> tuple[int, ...]:
    """The attributions whose content holds this one's cue, innermost first."""
    inner = attributions[index]
    holders = [
        at
        for at, outer in enumerate(attributions)
        if at != index
        and outer.sources
        and outer.content.contains(inner.cue_span)
        and not inner.content.contains(outer.cue_span)
    ]
    return tuple(sorted(holders, key=lambda at: attributions[at].content.end - attributions[at].content.start))


def _taken_over(
    context: Context, attributions: Sequence[Attribution], index: int, outers: Mapping[int, tuple[int, ...]]
) -> bool:
    """Whether all that an attribution reports is another attribution: its source is then a link of that one's chain."""
    outer = attributions[index]
    length = outer.content.end - outer.content.start
    for inner_index, holders in outers.items():
        if index not in holders:
            continue
        inner = attributions[inner_index]
        begins = inner.frame[0] - context.sheet.token_at(outer.content.start)
        near = not inner.post and 0 <= begins <= _NESTED_WITHIN
        if near or inner.content.end - inner.content.start > 0.7 * length:
            return True
    return False


def _spoken(
    context: Context, attribution: Attribution, outers: Sequence[Attribution], passages: Mapping[int, ChainLink]
) -> Iterator[Statement]:
    sheet = context.sheet
    if _own_report(attribution):
        yield from _reported_passage(context, attribution)
        return
    links = [*channel_links(context.finder, context.names, attribution)]
    passing_on = [*attribution.via[:1], *(source for outer in outers for source in outer.sources[:1])]
    links += [source_link(context.names, source, sheet) for source in passing_on]
    passage = passages.get(sheet.sentences[attribution.sentence].paragraph)
    if (
        passage is not None
        and passage.span is not None
        and passage.span.end <= attribution.content.start
        and not _same_speaker(context, attribution, passage)
    ):
        links.append(passage)
    said = _said(context, attribution)
    quotation = _quotation(sheet, attribution.content)
    if quotation == "direct":
        pieces = _sentences_of(sheet, attribution.content)
    else:
        pieces = split_content(sheet, attribution.content, context.counted)
    for piece in pieces:
        stance, certainty = stance_of(
            sheet, piece, attribution.cue if piece is pieces[0] or not attribution.cue.negates else None
        )
        statement = Statement(
            span=piece,
            sentence=attribution.sentence,
            speaker=None,
            speaker_span=None,
            cue=attribution.cue_span,
            stance=stance,
            certainty=certainty if attribution.sources else "unknown",
            quotation=quotation,
            links=tuple(dict.fromkeys(links)),
            said=said,
            about=_about(context, piece),
            reportedly=not attribution.sources,
        )
        if not attribution.sources:
            yield statement
        for source in attribution.sources:
            yield replace(
                statement, speaker=_speaker(context.names, source), speaker_span=_speaker_span(context, source)
            )


def _sentences_of(sheet: Sheet, content: Span) -> tuple[Span, ...]:
    """A quotation's sentences: each says a thing of its own; one of two words stays with the quotation."""
    pieces: list[Span] = []
    for sentence in sheet.sentences:
        if sentence.span.overlaps(content):
            part = Span(max(sentence.span.start, content.start), min(sentence.span.end, content.end))
            piece = trimmed(part, sheet.text, _TRIM + '.!?"“”')
            pieces += [piece] if len(sheet.between(piece)) >= _SHORTEST - 1 else []
    return tuple(pieces) if len(pieces) > 1 else (content,)


def _own_report(attribution: Attribution) -> bool:
    """ "The Courier reports: ...": what an outlet or agency tells for itself is its own voice, not a speaker's
    claim.
    """
    kinds = {source.phrase.kind for source in attribution.sources if source.phrase is not None}
    return (
        bool(kinds)
        and kinds <= {"media", "agency", "unknown"}
        and attribution.cue.lemma == "report"
        and attribution.cue.frame == "clause"
    )


def _reported_passage(context: Context, attribution: Attribution) -> Iterator[Statement]:
    link = source_link(context.names, attribution.sources[0], context.sheet)
    link = replace(link, role="outlet") if link.role == "channel" else link
    for piece in split_content(context.sheet, attribution.content, context.counted):
        stance, certainty = stance_of(context.sheet, piece, None)
        yield Statement(
            span=piece,
            sentence=attribution.sentence,
            speaker=None,
            speaker_span=None,
            cue=None,
            stance=stance,
            certainty=certainty,
            quotation="own-voice",
            links=(link,),
            about=_about(context, piece),
        )


def _same_speaker(context: Context, attribution: Attribution, passage: ChainLink) -> bool:
    return any(
        passage.span is not None and passage.span.overlaps(context.sheet.span(source.first, source.end))
        for source in attribution.sources
    )


def _speaker(names: Names, source: Source) -> int | None:
    return (
        names.of_phrase.get(source.phrase) if source.phrase is not None else names.of_pronoun.get(source.pronoun or -1)
    )


def _speaker_span(context: Context, source: Source) -> Span:
    end = source.end
    while end > source.first + 1 and end - 1 in context.finder.time_tokens:
        end -= 1
    return trimmed(context.sheet.span(source.first, end), context.sheet.text, _TRIM)


def _said(context: Context, attribution: Attribution) -> int | None:
    """The time of speaking: one that stands in the frame, outside the content."""
    first, end = attribution.frame
    if first >= end:
        return None
    frame = context.sheet.span(first, end)
    inside = (
        index
        for index, time in enumerate(context.times)
        if frame.contains(time.span) and not attribution.content.overlaps(time.span)
    )
    return next(inside, None)


def _quotation(sheet: Sheet, content: Span) -> Quotation:
    before, after = sheet.text[max(0, content.start - 1) : content.start], sheet.text[content.end : content.end + 2]
    if before and before in '“"«‘' and any(sign in '”"»’,' for sign in after):
        return "direct"
    return "mixed" if any(sign in '“”"«»' for sign in content.of(sheet.text)) else "indirect"


def _about(context: Context, span: Span) -> tuple[int, ...]:
    """The event mentions that a claim's words hold: their trigger, or a figure that belongs to them."""
    first, last = (context.sheet.sentence_at(offset) for offset in (span.start, max(span.start, span.end - 1)))
    near = range(
        bisect_left(context.events, first, key=lambda event: event.sentence),
        bisect_right(context.events, last, key=lambda event: event.sentence),
    )
    return tuple(index for index in near if _tells_of(span, context.events[index]))


def _tells_of(span: Span, event: EventMention) -> bool:
    harm = (argument.span for argument in event.arguments if argument.role in ("killed", "injured"))
    return span.contains(event.span) or any(map(span.contains, harm))


def _reach(sheet: Sheet, attribution: Attribution) -> Span:
    """All the text that an attribution accounts for: its content and the frame with source and cue."""
    first, end = attribution.frame
    frame = sheet.span(first, max(end, first + 1))
    return Span(min(frame.start, attribution.content.start), max(frame.end, attribution.content.end))


# --- quotations that go on


def _continued_quotes(context: Context, spoken: Sequence[Statement], covered: Sequence[Span]) -> list[Statement]:
    """Quotations without a cue of their own: the last speaker before them goes on speaking."""
    sheet, found = context.sheet, []
    done: set[int] = set()
    for sentence in sheet.sentences:
        if sentence.paragraph in done or sentence.part not in ("body",):
            continue
        done.add(sentence.paragraph)
        spans = [item.span for item in sheet.sentences if item.paragraph == sentence.paragraph]
        for quote in quoted_stretches(sheet, Span(spans[0].start, spans[-1].end)):
            if (
                len(sheet.between(quote)) < _SHORTEST + 2
                or any(span.overlaps(quote) for span in covered)
                or not _stands_alone(sheet, quote)
            ):
                continue
            before = [item for item in spoken if item.span.end <= quote.start and item.speaker is not None]
            if before and sheet.sentences[before[-1].sentence].paragraph >= sentence.paragraph - 1:
                found.append(_going_on(context, quote, before[-1]))
    return found


def _stands_alone(sheet: Sheet, quote: Span) -> bool:
    before = sheet.text[: quote.start].rstrip(" \t")[-1:]
    return before in ("", "\n", ".", "!", "?", "”", '"', "\r")


def _going_on(context: Context, quote: Span, before: Statement) -> Statement:
    content = trimmed(quote, context.sheet.text, '“”"‘’«»„ ,')
    stance, certainty = stance_of(context.sheet, content, None)
    return replace(
        before,
        span=content,
        sentence=context.sheet.sentence_at(content.start),
        stance=stance,
        certainty=certainty,
        quotation="direct",
        about=_about(context, content),
        said=None,
    )


# --- the outlet's own voice


def _own_voice(context: Context, covered: Sequence[Span], passages: Mapping[int, ChainLink]) -> Iterator[Statement]:
    sheet = context.sheet
    for number, sentence in enumerate(sheet.sentences):
        for span in _uncovered(sheet, sentence.span, covered):
            if sentence.part == "dateline":
                continue
            if sentence.part in ("caption", "pull-quote") and not has_verb(sheet, sheet.between(span)):
                continue
            signed = _signed(context, sentence.part, span) or _led(context, span)
            if signed is not None:
                yield signed
                continue
            for piece in split_content(sheet, span, context.counted):
                stance, certainty = stance_of(sheet, piece, None)
                passage = passages.get(sentence.paragraph)
                inside = passage is not None and passage.span is not None and passage.span.start < piece.start
                yield Statement(
                    span=piece,
                    sentence=number,
                    speaker=None,
                    speaker_span=None,
                    cue=None,
                    stance=stance,
                    certainty=certainty,
                    quotation="own-voice",
                    links=(passage,) if passage is not None and inside else (),
                    about=_about(context, piece),
                )


_SIGNS = re.compile(r"[\"”’]?\s*[-–—:|]\s+(?=[^-–—:|]+$)")


def _signed(context: Context, part: str, span: Span) -> Statement | None:
    """A headline or pull quote that ends in its speaker: "We hit a store" - army spokesman; "Jets hit market:
    ministry".
    """
    if part not in ("headline", "pull-quote", "subhead"):
        return None
    sheet = context.sheet
    content, after, end = Span(0, 0), 0, 0
    match = _SIGNS.search(span.of(sheet.text))
    if match is not None:
        content = trimmed(Span(span.start, span.start + match.start()), sheet.text, '“”"‘’«»„ ,')
        after, end = sheet.token_at(span.start + match.end()), sheet.token_at(span.end)
    phrase = _only_phrase(context.finder, after, end) if match is not None else None
    if phrase is None:
        return None
    return _labelled(context, content, Source(after, end, phrase))


def _only_phrase(finder: Finder, first: int, end: int) -> NounPhrase | None:
    """The speaker that a stretch of tokens is, and nothing else."""
    for item in finder.starting_in(first, end):
        return item if item.whole <= first + 1 and item.end >= end - 1 and can_speak(item) else None
    return None


def _led(context: Context, span: Span) -> Statement | None:
    """A sentence that begins with its speaker and a colon: "Ministry: our aircraft did not cross the border"."""
    sheet = context.sheet
    tokens = sheet.between(span)
    colon = next((at for at in tokens[1:_LONGEST_LABEL] if sheet.tokens[at].text == ":"), None)
    phrase = (
        _only_phrase(context.finder, tokens.start, colon) if colon is not None and colon + 2 < tokens.stop else None
    )
    if phrase is None or colon is None:
        return None
    content = trimmed(Span(sheet.tokens[colon].end, span.end), sheet.text, '“”"‘’«»„ ,.')
    return _labelled(context, content, Source(tokens.start, colon, phrase))


def _labelled(context: Context, content: Span, source: Source) -> Statement:
    """What a speaker says whom only a dash or a colon parts from it."""
    sheet = context.sheet
    stance, certainty = stance_of(sheet, content, None)
    quoted = sheet.text[max(0, content.start - 1)] in '“"«‘'
    return Statement(
        span=content,
        sentence=sheet.sentence_at(content.start),
        speaker=_speaker(context.names, source),
        speaker_span=_speaker_span(context, source),
        cue=None,
        stance=stance,
        certainty=certainty,
        quotation="direct" if quoted else "indirect",
        about=_about(context, content),
    )


def _uncovered(sheet: Sheet, sentence: Span, covered: Sequence[Span]) -> Iterator[Span]:
    """What is left of a sentence outside every attribution, where it is long enough and has a verb."""
    start = sentence.start
    for span in sorted(item for item in covered if item.overlaps(sentence)):
        yield from _worth_telling(sheet, Span(start, max(start, span.start)))
        start = max(start, span.end)
    yield from _worth_telling(sheet, Span(start, max(start, sentence.end)))


def _worth_telling(sheet: Sheet, span: Span) -> Iterator[Span]:
    kept = trimmed(span, sheet.text, _TRIM + '.!?"“”»«')
    tokens = sheet.between(kept)
    while tokens and sheet.is_function(tokens[-1], "subordinator", "conjunction", "preposition", "determiner"):
        tokens = range(tokens.start, tokens.stop - 1)
        kept = sheet.span(tokens.start, tokens.stop) if tokens else kept
    if len(tokens) >= _SHORTEST and has_verb(sheet, tokens):
        first = sheet.tokens[tokens[0]]
        if first.lower in ("and", "but") and first.text[:1].islower():
            kept = Span(sheet.tokens[tokens[1]].start, kept.end)
        yield kept


# --- passages of another outlet


def _passages(context: Context, attributions: Sequence[Attribution]) -> Mapping[int, ChainLink]:
    """Paragraph -> the outlet or agency that it is reported from ("The Guardian reports: ...")."""
    found: dict[int, ChainLink] = {}
    for item in attributions:
        for source in item.sources:
            phrase = source.phrase
            reports = (
                item.cue.lemma in ("report", "write") and phrase is not None and phrase.kind in ("media", "agency")
            )
            if reports and not item.post:
                found.setdefault(
                    context.sheet.sentences[item.sentence].paragraph, source_link(context.names, source, context.sheet)
                )
    return found

"""Reported speech: a source, a cue and the words that they report.

A cue has a frame (data/lexicons/cues.csv) that says where its content stands. Whether the source comes before,
after or inside the content is read off the sentence: a cue followed by content opens it, a cue followed by
nothing but an adjunct ("... , he said on Monday.") closes it.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.model.span import Span, trimmed
from corroborate.reading.lexicon import Cue
from corroborate.reading.sheet import Sheet, quoted_stretches
from corroborate.reading.sources import Finder, Source, subject_after, subjects_before
from corroborate.reading.words import ADDRESSING, EXPLETIVE, INVERTING, PREPOSITIONS, SIBLING_JOINS

# The frames in which the cue stands after or inside what it reports.
_SPEAKING = ("clause", "object", "infinitive", "responsibility", "accuse", "question", "called")
# An adjunct between cue and "that" is at most this long: "said in a statement sent to reporters late on Sunday that".
_LONGEST_ADJUNCT = 24
# What follows a closing cue: "said on Monday in a statement to the news agency" - no longer than this many tokens.
_LONGEST_TRAIL = 12
_TRIM = " \t\r\n\u00a0,;:—–-"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its speakers and content. `frame` is the range of tokens that hold source, cue and adjuncts."""

    sentence: int
    cue: Cue
    cue_span: Span
    sources: tuple[Source, ...]
    content: Span
    frame: tuple[int, int]
    first: int
    post: bool = False
    negated: bool = False
    via: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A cue in its sentence: tokens `at` to `end`, and the speakers found for it."""

    at: int
    end: int
    entries: tuple[Cue, ...]
    sources: tuple[Source, ...]
    first: int
    inverted: bool = False
    negated: bool = False
    shared: bool = False
    via: tuple[Source, ...] = ()


def find_attributions(finder: Finder) -> tuple[Attribution, ...]:
    """All attributions of a document in order of their cues."""
    sheet, found = finder.sheet, []
    quotes = _document_quotes(sheet)
    for number, (start, end) in enumerate(sheet.bounds):
        candidates = _with_quoted(list(_candidates(finder, start, end, quotes)))
        boundaries = _boundaries(sheet, candidates, end)
        for candidate, limit in zip(candidates, boundaries, strict=True):
            attribution = _attribution(finder, candidate, _Bounds(number, start, end, limit), quotes)
            if attribution is not None:
                found.append(attribution)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Bounds:
    sentence: int
    start: int
    end: int
    limit: int


def _with_quoted(candidates: list[_Candidate]) -> list[_Candidate]:
    """ "The station, quoting a source, said": the source speaks, and the station passes it on."""
    kept: list[_Candidate] = []
    for candidate in candidates:
        quoting = kept[-1] if kept else None
        inserted = (
            quoting is not None
            and quoting.entries[0].frame == "according"
            and candidate.sources
            and not candidate.shared
        )
        if quoting is not None and inserted and candidate.first < quoting.at < candidate.at and quoting.sources:
            kept[-1] = replace(candidate, sources=quoting.sources, via=candidate.sources)
        else:
            kept.append(candidate)
    return kept


def _document_quotes(sheet: Sheet) -> tuple[Span, ...]:
    found: list[Span] = []
    paragraph = None
    for sentence in sheet.sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        whole = [item.span for item in sheet.sentences if item.paragraph == paragraph]
        found.extend(quoted_stretches(sheet, Span(whole[0].start, whole[-1].end)))
    return tuple(found)


# --- candidates


def _candidates(finder: Finder, start: int, end: int, quotes: Sequence[Span]) -> Iterator[_Candidate]:
    """The cues of a sentence that have a speaker, left to right."""
    sheet, index, previous = finder.sheet, start, None
    while index < end:
        blocked = sheet.lexicon.not_cues.at(sheet.tokens, index)
        if blocked is not None:
            index += blocked.length
            continue
        found = sheet.lexicon.cues.at(sheet.tokens, index)
        named = sheet.tokens[index].capital and index in finder.inside and not sheet.opens(index)
        if found is None or named or index + found.length > end:
            index += 1
            continue
        candidate = _candidate(finder, index, found.entries, found.length, _Bounds(0, start, end, end), previous)
        if candidate is not None and not _inside_quote_of_other(sheet, candidate, quotes):
            yield candidate
            previous = candidate
        index += found.length


def _inside_quote_of_other(sheet: Sheet, candidate: _Candidate, quotes: Sequence[Span]) -> bool:
    """Whether the cue is part of a quotation ("They said it was over"): the quotation is one claim of its speaker."""
    at = sheet.tokens[candidate.at]
    holder = next((quote for quote in quotes if quote.start < at.start and at.end <= quote.end), None)
    return holder is not None


def _candidate(
    finder: Finder, at: int, entries: tuple[Cue, ...], length: int, bounds: _Bounds, previous: _Candidate | None
) -> _Candidate | None:
    sheet, end = finder.sheet, at + length
    frames = {entry.frame for entry in entries}
    if "according" in frames and _quotes_somebody(sheet, at, end, bounds):
        return _quoting(finder, at, end, entries, bounds)
    if "according" in frames:
        source = subject_after(finder, end, bounds.end)
        return _Candidate(at, end, entries, (source,), at) if source is not None else None
    if frames == {"adverb"}:
        return _Candidate(at, end, entries, (), at)
    if (
        not frames & set(_SPEAKING)
        or _is_noun(finder, at, bounds.start)
        or sheet.tokens[at - 1 if at > bounds.start else at].lower == "to"
    ):
        return None
    if _calls_somebody(finder, end, entries):
        return None
    if _inverts(finder, at, end, bounds, entries):
        source = subject_after(finder, end, bounds.end)
        if source is not None:
            return _Candidate(at, end, entries, (source,), at, inverted=True)
    saying = any(entry.frame == "clause" and entry.lemma in INVERTING | ADDRESSING for entry in entries)
    subjects = subjects_before(finder, at, bounds.start, saying=saying, trailing=_trails(sheet, end, bounds))
    if subjects is not None and _is_outlet_itself(finder, subjects.sources):
        return None
    if subjects is not None and _expletive(finder, subjects.sources, entries):
        return None
    if subjects is not None:
        return _Candidate(at, end, entries, subjects.sources, subjects.first, negated=subjects.negated)
    return _sharing(finder, at, end, entries, previous)


def _trails(sheet: Sheet, end: int, bounds: _Bounds) -> bool:
    """Whether a cue closes its sentence, an adjunct aside: "..., the mayor said on Monday in a statement."."""
    rest = range(end, bounds.end)
    return len(rest) <= _LONGEST_TRAIL and not any(
        sheet.is_function(at, "auxiliary") or sheet.tokens[at].text in "“«:;" or sheet.tokens[at].lower == "that"
        for at in rest
    )


def _is_outlet_itself(finder: Finder, sources: tuple[Source, ...]) -> bool:
    """ "We could not confirm", outside quotations, is the outlet's own voice."""
    words = [finder.sheet.tokens[source.pronoun].lower for source in sources if source.pronoun is not None]
    return bool(words) and all(word in ("we", "i") for word in words)


def _expletive(finder: Finder, sources: tuple[Source, ...], entries: tuple[Cue, ...]) -> bool:
    """ "It is not clear", "it was impossible to determine": "it" is nobody."""
    it = any(source.pronoun is not None and finder.sheet.tokens[source.pronoun].lower == "it" for source in sources)
    return it and any(EXPLETIVE & set(entry.lemma.split()) for entry in entries)


def _sharing(
    finder: Finder, at: int, end: int, entries: tuple[Cue, ...], previous: _Candidate | None
) -> _Candidate | None:
    """A later verb of the same subject: "denied the strike and said ...", "..., he said, adding that ..."."""
    before = finder.sheet.tokens[at - 1].lower if at else ""
    participle = finder.sheet.tokens[at].lower.endswith("ing")
    if (
        previous is None
        or not previous.sources
        or not (before in ("and", "but", "also", "then") or (before == "," and participle))
    ):
        return None
    return _Candidate(at, end, entries, previous.sources, at, shared=True)


def _quotes_somebody(sheet: Sheet, at: int, end: int, bounds: _Bounds) -> bool:
    """Whether "quoted X as saying" follows: the cue is then "saying", and the subject of "quoted" passes it on."""
    near = sheet.words(end, min(end + 12, bounds.end))
    return not sheet.tokens[at].lower.endswith("ing") and "as" in near and "saying" in near


def _quoting(finder: Finder, at: int, end: int, entries: tuple[Cue, ...], bounds: _Bounds) -> _Candidate | None:
    subjects = subjects_before(finder, at, bounds.start)
    shown = tuple(replace(entry, frame="clause") for entry in entries)
    return _Candidate(at, end, shown, subjects.sources, subjects.first) if subjects is not None else None


def _calls_somebody(finder: Finder, end: int, entries: tuple[Cue, ...]) -> bool:
    """ "Called her on Sunday" is a telephone call; a label has an article or a quotation mark."""
    labels = {entry.frame for entry in entries} == {"called"} or any(entry.lemma == "call" for entry in entries)
    return labels and end < len(finder.sheet.tokens) and finder.sheet.is_function(end, "pronoun")


def _is_noun(finder: Finder, at: int, start: int) -> bool:
    """Whether the word is a noun here: after an article, a possessive, an adjective or a number."""
    if at == start:
        return not finder.sheet.tokens[at].lower.endswith(("ing", "ed"))
    before = finder.sheet.tokens[at - 1]
    if finder.sheet.is_function(at - 1, "determiner") and before.lower not in (
        "that",
        "all",
        "both",
        "others",
        "many",
        "some",
        "this",
        "those",
        "these",
    ):
        return True
    return before.lower in ("'s", "'", "of", "no", "these", "such") or (
        before.lower in ("this", "those") and finder.ending_at(at) is None
    )


def _inverts(finder: Finder, at: int, end: int, bounds: _Bounds, entries: tuple[Cue, ...]) -> bool:
    """Whether a cue comes before its subject: after a quotation, or after a comma with nothing but the subject
    behind it.
    """
    sheet = finder.sheet
    if end >= bounds.end or not any(entry.lemma in INVERTING for entry in entries):
        return False
    if at == bounds.start:
        return (
            sheet.tokens[at].lower in ("said", "says", "added", "wrote")
            and subject_after(finder, end, bounds.end) is not None
        )
    before = sheet.tokens[at - 1].text
    if before not in ',”"’»?!' or sheet.tokens[at].lower.endswith("ing") or sheet.tokens[end].lower == "that":
        return False
    source = subject_after(finder, end, bounds.end)
    return source is not None and (before != "," or _ends_clause(finder, source.end, bounds.end))


def _ends_clause(finder: Finder, at: int, end: int) -> bool:
    """Whether no verb follows a speaker: "..., said the mayor of X." and not "said the mayor was ..."."""
    sheet = finder.sheet
    stop = next((index for index in range(at, end) if sheet.tokens[index].text in ',;.:—“"'), end)
    return not any(sheet.is_function(index, "auxiliary") or _is_event_verb(sheet, index) for index in range(at, stop))


def _is_event_verb(sheet: Sheet, at: int) -> bool:
    found = sheet.lexicon.events.at(sheet.tokens, at)
    return found is not None and all(entry.verb for entry in found.entries)


# --- where one attribution stops and its neighbour begins


def _boundaries(sheet: Sheet, candidates: Sequence[_Candidate], end: int) -> Iterator[int]:
    """For each cue, the token at which its content must end: before a later cue joined by "and", "but", ";"."""
    for position, candidate in enumerate(candidates):
        limit = end
        for later in candidates[position + 1 :]:
            join = _join(sheet, later, candidate)
            if join is not None and join > candidate.end:
                limit = join
                break
        yield limit


def _join(sheet: Sheet, later: _Candidate, candidate: _Candidate) -> int | None:
    """The token where a coordinated neighbour begins, or None for one that is nested in the content."""
    at = later.first
    if at < candidate.first and sheet.tokens[later.at - 1].text == ",":
        return later.at - 1  # the earlier cue stands in a clause about the later one's speaker
    semicolon = bisect_left(sheet.semicolons, candidate.end)
    if semicolon < len(sheet.semicolons) and sheet.semicolons[semicolon] < at:
        return sheet.semicolons[semicolon]
    if _remarked(sheet, at):
        return at - 3
    if sheet.tokens[at - 1].text == "," and _concedes(sheet, candidate):
        return at - 1
    if later.shared and sheet.tokens[at - 1].text == ",":
        return at - 1
    before = at - 1
    if before > candidate.end and sheet.tokens[before].lower in SIBLING_JOINS:
        comma = sheet.tokens[before - 1].text in ",;"
        return before - comma if comma or later.shared else None
    return before if sheet.tokens[before].text == ";" else None


_REMARKS = frozenset(
    ("claim", "charge", "accusation", "allegation", "figure", "account", "version", "report", "assertion")
)
_CONCEDING = frozenset(("although", "while", "though", "whereas"))


def _remarked(sheet: Sheet, at: int) -> bool:
    """Whether a neighbour remarks on what was said: ", a claim the group dismissed"."""
    return (
        at >= 3
        and sheet.tokens[at - 1].lower in _REMARKS
        and sheet.tokens[at - 2].lower in ("a", "an")
        and sheet.tokens[at - 3].text == ","
    )


def _concedes(sheet: Sheet, candidate: _Candidate) -> bool:
    """Whether a claim stands in a clause that gives way to the next: "While A insists that ..., B says"."""
    first = candidate.first
    return first > 0 and sheet.tokens[first - 1].lower in _CONCEDING and sheet.opens(first - 1)


# --- content


def _attribution(finder: Finder, candidate: _Candidate, bounds: _Bounds, quotes: Sequence[Span]) -> Attribution | None:
    sheet = finder.sheet
    cue = _entry(finder, candidate, bounds)
    if not _fulfilled(finder, candidate, bounds, cue, quotes):
        return None
    if cue.frame == "according":
        return _according(finder, candidate, bounds, cue)
    if cue.frame in ("adverb", "called"):
        content = _clause_around(sheet, candidate, bounds)
        return _made(finder, candidate, bounds, cue, content, (candidate.first, candidate.end)) if content else None
    return _spoken(finder, candidate, bounds, cue, quotes)


def _entry(finder: Finder, candidate: _Candidate, bounds: _Bounds) -> Cue:
    """The reading of an ambiguous cue that fits what follows it."""
    by_frame = {entry.frame: entry for entry in reversed(candidate.entries)}
    following = finder.sheet.tokens[candidate.end].lower if candidate.end < bounds.end else ""
    if following == "to" and "infinitive" in by_frame:
        return by_frame["infinitive"]
    for frame in ("responsibility", "accuse", "question", "clause", "object", "called", "infinitive"):
        if frame in by_frame:
            return by_frame[frame]
    return candidate.entries[0]


def _fulfilled(finder: Finder, candidate: _Candidate, bounds: _Bounds, cue: Cue, quotes: Sequence[Span]) -> bool:
    """Whether a cue that means other things too has what makes it reported speech (data/lexicons/cue_limits.csv)."""
    sheet, needs = finder.sheet, finder.sheet.lexicon.cue_needs.get(cue.lemma, "any")
    rest = range(candidate.end, bounds.limit)
    if cue.frame == "accuse" and sheet.words(candidate.end, candidate.end + 1) == ("of",):
        return False  # "two men accused of the attack": who accuses is left out
    match needs:
        case "any":
            return True
        case "that":
            return (
                _explicit_start(finder, candidate.end, bounds.limit) is not None
                or _content_before(sheet, candidate, bounds, quotes) is not None
            )
        case "quote":
            before = _content_before(sheet, candidate, bounds, quotes)
            return before is not None and _closes_quote(sheet, before)
        case "figure":
            return any(sheet.tokens[at].number or sheet.lexicon.numbers.at(sheet.tokens, at) for at in rest)
        case word:
            return any(sheet.tokens[at].lower == word for at in rest)


def _spoken(
    finder: Finder, candidate: _Candidate, bounds: _Bounds, cue: Cue, quotes: Sequence[Span]
) -> Attribution | None:
    sheet = finder.sheet
    before = _content_before(sheet, candidate, bounds, quotes)
    after_first = _source_end(candidate) if candidate.inverted else candidate.end
    begin = _content_start(finder, after_first, bounds.limit, cue, open_content=before is None)
    after = _content_after(sheet, begin, bounds, quotes) if begin is not None else None
    if _set_off(sheet, candidate, bounds) and cue.frame == "clause":
        whole = _clause_around(sheet, candidate, bounds)
        if whole is not None:
            return _made(finder, candidate, bounds, cue, whole, (candidate.first, candidate.end), post=True)
    if cue.frame == "responsibility" or cue.negates or candidate.negated:
        end = after.end if after is not None else sheet.tokens[max(candidate.end, bounds.limit) - 1].end
        first = sheet.tokens[candidate.at + (cue.frame == "responsibility" and not cue.negates)].start
        withheld = trimmed(Span(first, end), sheet.text, _TRIM + ".")
        return _made(finder, candidate, bounds, cue, withheld, (candidate.first, begin or candidate.end))
    if before is not None and after is not None and not candidate.shared:
        if _quote_pair(sheet, before, after):
            return _made(
                finder,
                candidate,
                bounds,
                cue,
                Span(before.start, after.end),
                (candidate.first, begin or after_first),
                post=True,
            )
        if candidate.inverted or _closes_quote(sheet, before):
            return _made(finder, candidate, bounds, cue, before, (candidate.first, bounds.limit), post=True)
        return _made(finder, candidate, bounds, cue, after, (bounds.start, begin or after_first))
    content = after if after is not None else before
    if content is None:
        return None
    post = after is None
    lead = _told_lead(finder, candidate, bounds) if not post else None
    if lead is not None:
        content = Span(sheet.tokens[lead].start, content.end)
    frame = (
        (candidate.first, candidate.end if _remarked_on(sheet, candidate, bounds) else bounds.limit)
        if post
        else (
            bounds.start if candidate.first == bounds.start or not candidate.shared else candidate.at,
            begin or after_first,
        )
    )
    return _made(finder, candidate, bounds, cue, content, frame, post=post)


def _set_off(sheet: Sheet, candidate: _Candidate, bounds: _Bounds) -> bool:
    """Whether speaker and cue stand between commas inside what is said: "The convoy, the ministry said, was hit"."""
    first, end = candidate.first, candidate.end
    if candidate.inverted or candidate.shared or first - 1 <= bounds.start or end + 2 >= bounds.limit:
        return False
    between = sheet.tokens[first - 1].text == "," and sheet.tokens[end].text == ","
    goes_on = not sheet.tokens[end + 1].lower.endswith("ing") and sheet.tokens[end + 1].text not in '“"«'
    quoted = sheet.tokens[first - 2].text in '”"»'
    join = sheet.tokens[end + 1].lower in SIBLING_JOINS
    return between and goes_on and not quoted and not join and not _remarked_on(sheet, candidate, bounds)


def _remarked_on(sheet: Sheet, candidate: _Candidate, bounds: _Bounds) -> bool:
    """Whether the article remarks on a whole report: "..., the ministry said, the worst attack in years"."""
    first, end = candidate.first, candidate.end
    if candidate.inverted or end + 1 >= bounds.limit or sheet.tokens[end].text != ",":
        return False
    return sheet.is_function(end + 1, "determiner") and _tells(sheet, bounds.start, first)


def _tells(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a stretch has a verb."""
    return any(sheet.is_function(at, "auxiliary") or _is_event_verb(sheet, at) for at in range(first, end))


def _told_lead(finder: Finder, candidate: _Candidate, bounds: _Bounds) -> int | None:
    """Where an introduction before the speaker begins that places what is told ("Of Tuesday's attack, the monitor
    said").

    It belongs to the content; where or how the speaker spoke ("At the Pentagon,", "In a statement,") does not.
    """
    sheet, end = finder.sheet, candidate.first - 1
    if candidate.shared or end - bounds.start < 2 or sheet.tokens[end].text != ",":
        return None
    tokens = range(bounds.start, end)
    opener = sheet.tokens[bounds.start].lower
    if any(
        not sheet.tokens[at].word and sheet.tokens[at].text not in "-'’" and sheet.tokens[at].lower != "'s"
        for at in tokens
    ):
        return None
    if any(sheet.lexicon.channels.at(sheet.tokens, at) for at in tokens) or opener.endswith("ing"):
        return None
    event = any(sheet.lexicon.events.at(sheet.tokens, at) for at in tokens)
    place = any(phrase.kind == "place" for phrase in finder.starting_in(bounds.start, end))
    return (
        bounds.start
        if event
        or (
            place
            and opener in ("in", "near", "elsewhere", "outside", "around", "north", "south", "east", "west", "across")
        )
        else None
    )


def _source_end(candidate: _Candidate) -> int:
    return max(source.end for source in candidate.sources)


def _content_before(sheet: Sheet, candidate: _Candidate, bounds: _Bounds, quotes: Sequence[Span]) -> Span | None:
    """What stands before the source, where a comma or closing quote sets it off ("..., the mayor said")."""
    at = candidate.at if candidate.inverted else candidate.first
    if at <= bounds.start or candidate.shared:
        return None
    last = sheet.tokens[at - 1]
    if last.text not in ',”"’»?!':
        return None
    closing = at - 2 if last.text == "," and at - 2 >= bounds.start and sheet.tokens[at - 2].text in '”"’»' else at - 1
    if sheet.tokens[closing].text in '”"’»':
        offset = sheet.tokens[closing].end
        quote = next((item for item in quotes if item.start < offset <= item.end), None)
        if quote is not None:
            return _with_lead(sheet, quote, bounds)
    content = trimmed(Span(sheet.tokens[bounds.start].start, last.start), sheet.text, _TRIM)
    return content if _is_clause(sheet, content) else None


def _with_lead(sheet: Sheet, quote: Span, bounds: _Bounds) -> Span:
    """A quotation that ends a longer sentence brings the sentence along; alone it stands without its marks."""
    start = sheet.tokens[bounds.start].start
    lead = sheet.text[start : quote.start] if start < quote.start else ""
    if len(lead.split()) > 1:
        return Span(start, quote.end)
    return unquoted(sheet, quote)


def unquoted(sheet: Sheet, quote: Span) -> Span:
    """A quotation without its marks and the comma before the closing one."""
    return trimmed(quote, sheet.text, '“”"‘’«»„ ,')


def _closes_quote(sheet: Sheet, before: Span) -> bool:
    return any(sign in '”"»' for sign in sheet.text[before.end : before.end + 3])


def _quote_pair(sheet: Sheet, before: Span, after: Span) -> bool:
    """Whether a source stands inside what it says: quoted on both sides, or set off by commas on both."""
    quoted = _closes_quote(sheet, before) and sheet.text[max(0, after.start - 1)] in '“"«'
    between = sheet.text[before.end : after.start].rstrip()
    lower = sheet.text[after.start : after.start + 1].islower()
    parenthetic = not _closes_quote(sheet, before) and between.endswith(",") and lower
    return quoted or parenthetic


def _is_clause(sheet: Sheet, content: Span) -> bool:
    """Whether words before a source are what it says, not an introduction ("On Thursday, ...", "Elsewhere, ...")."""
    tokens = sheet.between(content)
    if len(tokens) < 3:
        return False
    opener = sheet.tokens[tokens[0]].lower
    lead = opener in PREPOSITIONS or opener.endswith("ing") or sheet.is_function(tokens[0], "subordinator")
    return has_verb(sheet, tokens) if not lead else any(sheet.is_function(at, "auxiliary") for at in tokens[4:])


def has_verb(sheet: Sheet, tokens: range) -> bool:
    """Whether some word is a finite verb as far as the tables tell."""
    for at in tokens:
        if sheet.is_function(at, "auxiliary") or sheet.lexicon.cues.at(sheet.tokens, at):
            return True
        event = sheet.lexicon.events.at(sheet.tokens, at)
        if event is not None and any(entry.verb for entry in event.entries):
            return True
        if sheet.lexicon.harm.at(sheet.tokens, at) or (sheet.tokens[at].lower.endswith("ed") and at > tokens[0]):
            return True
    return False


def _content_start(finder: Finder, at: int, limit: int, cue: Cue, *, open_content: bool) -> int | None:
    """The token where the content after a cue begins; None where nothing but adjuncts follows."""
    sheet = finder.sheet
    if cue.lemma in ADDRESSING:
        at = _past_addressee(finder, at, limit)
    if cue.frame == "infinitive":
        return at if at < limit and sheet.tokens[at].lower == "to" else None
    explicit = _explicit_start(finder, at, limit)
    if explicit is not None:
        return explicit if explicit < limit else None
    while at < limit and (at in finder.time_tokens or _opens_time(finder, at) or sheet.tokens[at].lower.endswith("ly")):
        at += 1
    if at >= limit or (not sheet.tokens[at].word and sheet.tokens[at].text not in '“"‘«(['):
        return None
    if sheet.tokens[at].lower in PREPOSITIONS and cue.frame == "clause":
        if not open_content:
            return None
        past = _past_adjunct(finder, at, limit)
        return past if past is not None and has_verb(sheet, range(past, limit)) else None
    return at


def _opens_time(finder: Finder, at: int) -> bool:
    return finder.sheet.tokens[at].lower in ("on", "late", "early") and at + 1 in finder.time_tokens


def _past_addressee(finder: Finder, at: int, limit: int) -> int:
    sheet = finder.sheet
    if at < limit and sheet.is_function(at, "pronoun"):
        return at + 1
    phrase = next((item for item in finder.starting_in(at, at + 4) if item.whole <= at + 1), None)
    if phrase is not None:
        at = phrase.end
        while at < limit and sheet.tokens[at].lower in (
            "news",
            "agency",
            "newspaper",
            "television",
            "radio",
            "website",
            "channel",
            "conference",
            "briefing",
            "gathering",
        ):
            at += 1
        return at
    while (
        at < limit
        and sheet.tokens[at].word
        and not (sheet.is_function(at) and sheet.tokens[at].lower not in ("a", "the", "his", "her", "their"))
    ):
        at += 1
    return at


def _explicit_start(finder: Finder, at: int, limit: int) -> int | None:
    """The token after "that" or a colon, or an opening quote, with only an adjunct before it."""
    sheet, begin = finder.sheet, at
    for index in range(at, min(at + _LONGEST_ADJUNCT, limit)):
        token = sheet.tokens[index]
        if token.lower == "that" and (index == begin or _adjunct_only(finder, begin, index)):
            return index + 1
        if token.text in ":“«" or (token.text == '"' and index - begin < _LONGEST_ADJUNCT):
            near = index == begin or _adjunct_only(finder, begin, index)
            return (index + 1 if token.text == ":" else index) if near else None
        if token.text == "," and index == begin:
            begin = index + 1
        elif not token.word and token.text not in ",-–'’&.@()":
            return None
    return None


def _adjunct_only(finder: Finder, first: int, end: int) -> bool:
    """Whether tokens are an adjunct of the cue: times, or opened by a preposition and without a finite verb."""
    sheet = finder.sheet
    index = first
    while index < end and (
        index in finder.time_tokens or _opens_time(finder, index) or sheet.tokens[index].lower.endswith("ly")
    ):
        index += 1
    if index >= end:
        return True
    opener = sheet.tokens[index].lower
    return opener in PREPOSITIONS and not any(sheet.is_function(at, "auxiliary") for at in range(index, end))


def _past_adjunct(finder: Finder, at: int, limit: int) -> int | None:
    """The token after a prepositional phrase or two ("in a statement", "on Twitter on Monday")."""
    sheet = finder.sheet
    while at < limit and sheet.tokens[at].lower in PREPOSITIONS:
        at += 1
        while at < limit and sheet.is_function(at, "determiner"):
            at += 1
        phrase = next((item for item in finder.starting_in(at, at + 1)), None)
        at = phrase.end if phrase is not None else at + 1
        while at < limit and (at in finder.time_tokens or sheet.lexicon.channels.at(sheet.tokens, at)):
            at += 1
    return at if at < limit and sheet.tokens[at].text not in ",." else None


def _content_after(sheet: Sheet, begin: int, bounds: _Bounds, quotes: Sequence[Span]) -> Span | None:
    """The content that begins at a token: to the boundary, or the whole of a quotation that goes on beyond it."""
    if begin >= bounds.limit:
        return None
    first = sheet.tokens[begin]
    quote = next((item for item in quotes if item.start == first.start), None)
    end = sheet.tokens[bounds.limit - 1].end
    if quote is not None and (quote.end >= end - 1 or not sheet.text[quote.end : end].strip(" .,!?")):
        return unquoted(sheet, quote)
    if quote is not None and quote.end > end:
        end = quote.end
    open_quote = next((item for item in quotes if first.start < item.start < end < item.end), None)
    if open_quote is not None:
        end = open_quote.end
    content = trimmed(Span(first.start, end), sheet.text, _TRIM + ".")
    return content if content.start < content.end else None


def _according(finder: Finder, candidate: _Candidate, bounds: _Bounds, cue: Cue) -> Attribution | None:
    sheet, source = finder.sheet, candidate.sources[0]
    text_before = Span(sheet.tokens[bounds.start].start, sheet.tokens[candidate.at].start)
    before = trimmed(text_before, sheet.text, _TRIM)
    opens = candidate.at == bounds.start or len(sheet.between(before)) < 2
    if opens:
        start = source.end + (source.end < bounds.limit and sheet.tokens[source.end].text == ",")
        rest = _content_after(sheet, start, bounds, ())
        return _made(finder, candidate, bounds, cue, rest, (candidate.at, start)) if rest is not None else None
    tail = source.end
    goes_on = tail < bounds.limit and sheet.tokens[tail].text == "," and tail + 3 < bounds.limit
    if goes_on and not sheet.lexicon.cues.at(sheet.tokens, tail + 1):
        whole = trimmed(Span(before.start, sheet.tokens[bounds.limit - 1].end), sheet.text, _TRIM + ".")
        return _made(finder, candidate, bounds, cue, whole, (candidate.at, source.end), post=True)
    return _made(finder, candidate, bounds, cue, before, (candidate.at, bounds.limit), post=True)


def _clause_around(sheet: Sheet, candidate: _Candidate, bounds: _Bounds) -> Span | None:
    start = next(
        (at + 1 for at in range(candidate.first - 1, bounds.start, -1) if sheet.tokens[at].text == ";"), bounds.start
    )
    content = trimmed(sheet.span(start, bounds.limit), sheet.text, _TRIM + ".")
    return (
        content
        if content.end - content.start > sheet.tokens[candidate.end - 1].end - sheet.tokens[candidate.at].start
        else None
    )


def _made(
    finder: Finder,
    candidate: _Candidate,
    bounds: _Bounds,
    cue: Cue,
    content: Span,
    frame: tuple[int, int],
    *,
    post: bool = False,
) -> Attribution | None:
    sheet = finder.sheet
    words = list(itertools.islice((at for at in sheet.between(content) if sheet.tokens[at].word), 2))
    if not words or (len(words) == 1 and sheet.is_function(words[0], "pronoun", "determiner")):
        return None
    cue_end = candidate.at + 1 if cue.frame == "responsibility" else candidate.end
    shown = (
        replace(cue, stance="does-not-know", certainty="unknown", negates=True)
        if candidate.negated and not cue.negates
        else cue
    )
    return Attribution(
        bounds.sentence,
        shown,
        sheet.span(candidate.at, cue_end),
        candidate.sources,
        content,
        frame,
        candidate.first,
        post,
        candidate.negated,
        candidate.via,
    )

"""How the statements of one document stand to each other: which repeats, and which judges another."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.model.reading import EventMention, Name, Statement
from corroborate.model.span import Span
from corroborate.reading.sheet import Sheet
from corroborate.reading.words import JUDGED, MANY

# A headline repeats the body's claim with which it shares this part of its content words (stems of six letters);
# below a third even two headlines of different strikes in one province look alike.
_LEAST_SHARED = 0.34
_STEM = 6
# Stances that answer what was told before, and how many sentences back that is looked for.
_ANSWERING = frozenset(("denies", "rejects", "doubts", "cannot-verify", "does-not-know"))
_REACH_SENTENCES = 4


def with_relations(sheet: Sheet, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with `repeats` and `claims_on` filled in."""
    stems = [_stems(sheet, statement.span) for statement in statements]
    repeated = [
        replace(statement, repeats=_repeated(sheet, statements, index, stems))
        for index, statement in enumerate(statements)
    ]
    judging = [replace(item, claims_on=_judged(sheet, repeated, index)) for index, item in enumerate(repeated)]
    return tuple(
        replace(item, about=item.about or _spoken_of(sheet, judging, index)) for index, item in enumerate(judging)
    )


def _spoken_of(sheet: Sheet, statements: Sequence[Statement], index: int) -> tuple[int, ...]:
    """The events that a denial or an open question without an event word of its own speaks of: those told of last."""
    statement = statements[index]
    attributed = statement.speaker_span is not None
    if statement.stance not in _ANSWERING or (
        not attributed and statement.stance not in ("cannot-verify", "does-not-know")
    ):
        return ()
    near = range(index - 1, -1, -1)
    last = (at for at in near if statements[at].about and statements[at].span != statement.span)
    at = next(last, None)
    close = at is not None and statement.sentence - statements[at].sentence <= _REACH_SENTENCES
    return statements[at].about if at is not None and close else ()


def _stems(sheet: Sheet, span: Span) -> frozenset[str]:
    words = (sheet.tokens[at] for at in sheet.between(span) if not sheet.is_function(at))
    return frozenset(token.lower[:_STEM] for token in words if token.word)


def _repeated(sheet: Sheet, statements: Sequence[Statement], index: int, stems: Sequence[frozenset[str]]) -> int | None:
    """For a headline, pull quote or standfirst quotation: the claim of the body that it restates."""
    statement = statements[index]
    part = sheet.sentences[statement.sentence].part
    if part not in ("headline", "pull-quote") or not stems[index]:
        return None
    scores = [
        (len(stems[index] & stems[other]) / len(stems[index]), -other)
        for other, body in enumerate(statements)
        if sheet.sentences[body.sentence].part == "body" and (body.speaker_span is not None or part == "pull-quote")
    ]
    score, other = max(scores, default=(0.0, 0))
    return -other if score >= _LEAST_SHARED else None


def _judged(sheet: Sheet, statements: Sequence[Statement], index: int) -> tuple[int, ...]:
    """The earlier claims that a denial, refusal, doubt or "could not be verified" speaks of."""
    statement = statements[index]
    if statement.stance not in ("cannot-verify", "denies", "rejects", "doubts"):
        return ()
    words = _near_words(sheet, statement)
    if not words & JUDGED:
        return ()
    paragraph = sheet.sentences[statement.sentence].paragraph
    reach = [
        at
        for at in range(index - 1, -1, -1)
        if sheet.sentences[statements[at].sentence].paragraph >= paragraph - 1
        and statements[at].speaker_span is not None
        and statements[at].speaker_span != statement.speaker_span
        and sheet.sentences[statements[at].sentence].part == "body"
    ]
    if words & {"demand", "demands"}:
        reach = [at for at in reach if statements[at].stance == "demands"]
    if not words & MANY:
        span = statements[reach[0]].span if reach else None
        reach = [at for at in reach if statements[at].span == span]
    same = [at for at in reach if sheet.sentences[statements[at].sentence].paragraph == paragraph]
    return tuple(sorted(same or reach))


def _near_words(sheet: Sheet, statement: Statement) -> set[str]:
    return {sheet.tokens[at].lower for at in sheet.between(statement.span)}


def named_by_repeated(names: tuple[Name, ...], statements: Sequence[Statement]) -> tuple[Name, ...]:
    """Names where the speaker of a headline or pull quote ("armed group says") is the one of the claim that it
    repeats.
    """
    found = list(names)
    for statement in statements:
        body = statements[statement.repeats] if statement.repeats is not None else None
        if body is None or statement.speaker is None or body.speaker is None or statement.speaker == body.speaker:
            continue
        name = found[statement.speaker]
        if name.of is None and name.kind not in ("person", "pronoun") and name.name[:1].islower():
            found[statement.speaker] = replace(name, of=body.speaker)
    return tuple(found)


def only_said_are_plans(
    text: str, events: tuple[EventMention, ...], statements: Sequence[Statement]
) -> tuple[EventMention, ...]:
    """Events that are only demanded, threatened or planned are told as plans, unless "the" points to one that
    happened.
    """
    stances: dict[int, set[str]] = {}
    for statement in statements:
        for index in statement.about:
            stances.setdefault(index, set()).add(statement.stance)
    found = []
    for index, event in enumerate(events):
        said = bool(stances.get(index)) and stances[index] <= {"demands", "predicts"}
        definite = text[max(0, event.span.start - 5) : event.span.start].lower().split()[-1:] in (
            ["the"],
            ["this"],
            ["that"],
        )
        found.append(replace(event, reality="planned") if said and not definite else event)
    return tuple(found)

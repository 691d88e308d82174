"""Document in, reading out: the first reading stage."""

from dataclasses import dataclass

from corroborate.model.document import Document
from corroborate.model.problem import Problem
from corroborate.model.reading import Reading
from corroborate.reading.attribution import find_attributions
from corroborate.reading.events import find_events, sentence_parts
from corroborate.reading.lexicon import Lexicon
from corroborate.reading.names import name_records
from corroborate.reading.nouns import KnownPlace, find_noun_phrases
from corroborate.reading.quantities import find_counted
from corroborate.reading.relations import named_by_repeated, only_said_are_plans, with_relations
from corroborate.reading.sheet import lay_out, with_times
from corroborate.reading.sources import make_finder
from corroborate.reading.statements import Context, find_statements
from corroborate.reading.times import TimeTables, find_times


@dataclass(frozen=True, slots=True)
class ReadingKnowledge:
    """What the reading stage is handed: its tables, and whether a name stands in the gazetteer."""

    lexicon: Lexicon
    times: TimeTables
    known_place: KnownPlace


def read_document(document: Document, knowledge: ReadingKnowledge) -> tuple[Reading, tuple[Problem, ...]]:
    """Everything that one document says, with exact spans; memory and time grow with its length."""
    sheet = lay_out(document, knowledge.lexicon)
    times = tuple(
        time for sentence in sheet.sentences for time in find_times(document.text, sentence.span, knowledge.times)
    )
    sheet = with_times(sheet, [time.span for time in times])
    finder = make_finder(sheet, find_noun_phrases(sheet, knowledge.known_place))
    attributions = find_attributions(finder)
    names = name_records(finder, [source for item in attributions for source in item.sources])
    counted = find_counted(sheet, times)
    contents = tuple(item.content for item in attributions if item.sources)
    events = find_events(sentence_parts(finder, names.of_phrase, counted, times, contents))
    statements = find_statements(Context(finder, names, attributions, events, times, counted))
    events = only_said_are_plans(document.text, events, statements)
    related = with_relations(sheet, statements)
    reading = Reading(
        document=document.id,
        sentences=sheet.sentences,
        names=named_by_repeated(names.records, related),
        times=times,
        amounts=tuple(item.amount for item in counted),
        events=events,
        statements=related,
    )
    return reading, _silent(document, reading)


def _silent(document: Document, reading: Reading) -> tuple[Problem, ...]:
    """A Problem where sentences are in no claim: what is dropped is counted."""
    told = {statement.sentence for statement in reading.statements}
    spans = [statement.span for statement in reading.statements]
    silent = [
        number
        for number, sentence in enumerate(reading.sentences)
        if sentence.part == "body" and number not in told and not any(span.overlaps(sentence.span) for span in spans)
    ]
    if not silent:
        return ()
    total = len(reading.sentences)
    message = f"{len(silent)} of {total} sentences gave no claim: no verb that the lexicon knows, or under four words."
    return (Problem("sentence-without-claim", message, "read", document.id, document.name, len(silent)),)

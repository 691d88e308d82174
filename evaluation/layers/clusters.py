"""Articles by the incident that they tell of: all records of a set in one ledger, beside their `subtopic`."""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from corroborate import pipeline
from corroborate import store as ledger_store
from corroborate.adding import add, export_ledger
from corroborate.ingest.inputs import Input
from corroborate.model.ledger import Event, Ledger
from corroborate.store import open_store
from evaluation.bcubed import Item, bcubed
from evaluation.layers.measures import Measured
from evaluation.layers.plain import Plain
from evaluation.layers.predicted import told
from evaluation.score import Rates

LAYER = "articles"
BY_MAIN_ATTACK = "Articles by the attack that most of their claims are about, else by any such event (BCubed)."
BY_MOST_CLAIMS = "Articles by the event, of whatever kind, that most of their claims are about (BCubed)."
BY_STORY = "Articles by their story: what blocking and linking do before events are compared (BCubed)."


def measured_clusters(records: Sequence[Plain]) -> tuple[Measured, ...]:
    """BCubed of the articles, each in the one cluster that it is put into; none where records have no subtopic."""
    if not all(record.get("subtopic") for record in records):
        return ()
    ledger, stories = one_ledger(records)
    chosen = (
        ("by main attack", BY_MAIN_ATTACK, main_events(ledger, lambda event: event.status is not None)),
        ("by event of most claims", BY_MOST_CLAIMS, main_events(ledger, lambda _: True)),
        ("by story", BY_STORY, stories),
    )
    return tuple(Measured(LAYER, name, clustered(records, ours), says) for name, says, ours in chosen)


def one_ledger(records: Sequence[Plain]) -> tuple[Ledger, Mapping[str, str]]:
    """The ledger of all records, added as a user adds files, and the story of each record; both by record ids."""
    work = pipeline.work()
    with tempfile.TemporaryDirectory(prefix="corroborate-evaluation-") as folder:
        file = Path(folder) / "ledger.db"
        with open_store(file) as store:
            add(store, [_written(Path(folder), record) for record in records], work)
            with store.transaction() as connection:
                known = ledger_store.list_documents(connection)
                stories = {item.name: ledger_store.story_of(connection, item.id) for item in known}
        return export_ledger(file, work), stories


def _written(folder: Path, record: Plain) -> Input:
    """The record's text as a file, with what a reader is told beside it."""
    given = told(record)
    names = ("outlet", "published", "url", "title")
    path = folder / f"{record['id']}.txt"
    path.write_text(record["text"], encoding="utf-8", newline="")
    stated = {name: getattr(given, name) for name in names if getattr(given, name) is not None}
    path.with_suffix(".json").write_text(json.dumps(stated), encoding="utf-8")
    return Input(path, record["id"])


def main_events(ledger: Ledger, first: Callable[[Event], bool]) -> Mapping[str, str]:
    """The event that most claims of each article are about, by the articles' names; `first` ones go before others."""
    events = {event.id: event for event in ledger.events}
    told_of: dict[str, Counter[str]] = {document.id: Counter() for document in ledger.documents}
    for claim in ledger.claims:
        told_of[claim.document].update({about.event for about in claim.about})
    names = {document.id: document.name for document in ledger.documents}
    found = {}
    for document, counts in told_of.items():
        ranked = sorted(counts, key=lambda event: (not first(events[event]), -counts[event], event))
        if ranked:
            found[names[document]] = ranked[0]
    return found


def clustered(records: Sequence[Plain], ours: Mapping[str, str]) -> Rates:
    """BCubed of the records by their subtopic; a record that we have nowhere is by itself."""
    return bcubed(
        [Item(frozenset((each["subtopic"],)), frozenset((ours.get(each["id"], each["id"]),))) for each in records]
    )

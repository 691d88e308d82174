"""Rules about days: of events, of answers, of what was said, and of documents."""

import datetime
from collections.abc import Iterator

from corroborate.export.checks.index import Fault, Index
from corroborate.model.interval import Interval, date_precision


def interval_order(index: Index) -> Iterator[Fault]:
    """Intervals name real days, the earliest not after the latest."""
    for record, name, interval in _intervals(index):
        earliest, latest = _day(interval.earliest), _day(interval.latest)
        if (interval.earliest and not earliest) or (interval.latest and not latest):
            yield record, f"{name} names a day that is in no calendar: {interval.earliest} to {interval.latest}"
        elif earliest and latest and earliest > latest:
            yield record, f"{name} begins on {earliest} and ends on {latest}"


def interval_precision(index: Index) -> Iterator[Fault]:
    """An interval's precision is no finer than its bounds: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer."""
    for record, name, interval in _intervals(index):
        earliest, latest = _day(interval.earliest), _day(interval.latest)
        if interval.precision is None or earliest is None or latest is None or earliest > latest:
            continue
        finest = date_precision(earliest, latest)
        if interval.precision < finest:
            yield (
                record,
                f"{name} has precision {interval.precision}, its bounds allow {finest} ({earliest} to {latest})",
            )


def published_basis(index: Index) -> Iterator[Fault]:
    """A document has a basis other than `unknown` exactly when it has a publication day, or the bounds of one."""
    for document in index.ledger.documents:
        dated = document.published is not None or document.published_interval is not None
        if dated == (document.published_basis == "unknown"):
            day = document.published or ("an interval" if dated else "not known")
            yield document.id, f"its publication day is {day}, its basis {document.published_basis}"
        if document.published is not None and document.published_interval is not None:
            yield document.id, "has one publication day and an interval for it too"
        if document.published is not None and _day(document.published) is None:
            yield document.id, f"published on {document.published}, a day in no calendar"


def _intervals(index: Index) -> Iterator[tuple[str, str, Interval]]:
    for event in index.ledger.events:
        if event.time:
            yield event.id, "time", event.time
    for key, answer in index.answers.items():
        if answer.position.time:
            yield key, "time", answer.position.time
    for claim in index.ledger.claims:
        if claim.said:
            yield claim.id, "said", claim.said
    for document in index.ledger.documents:
        if document.published_interval:
            yield document.id, "published_interval", document.published_interval


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None

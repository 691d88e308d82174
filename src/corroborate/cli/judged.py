"""What people said of a record, on its page."""

from rich.console import RenderableType

from corroborate.export.report_text import hanging, words
from corroborate.export.wording import judged_line
from corroborate.model.ledger import Actor, Claim, Event, Ledger, Place


def judged(ledger: Ledger, record: Actor | Place | Claim | Event) -> list[RenderableType]:
    """A line for each judgement that acts on a record."""
    acting = (judgement for judgement in ledger.judgements if judgement.id in record.judgements)
    return [hanging("·", words(judged_line(judgement))) for judgement in acting]

"""An actor, a place or a claim as a page."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from corroborate.cli.judged import judged
from corroborate.export.report_text import hanging, words
from corroborate.export.wording import chain_in_words, counted, day_in_words, quoted
from corroborate.model.ledger import Actor, Claim, Ledger, Place

CLAIMS_SHOWN = 30


def name_page(ledger: Ledger, record: Actor | Place) -> Group:
    """Names and where they stand, then the claims by an actor, and those in whose words it is named."""
    by = [claim for claim in ledger.claims if claim.claimant.actor == record.id]
    about = [claim for claim in ledger.claims if _names(claim, record) and claim not in by]
    facts = words(" · ".join(_facts(ledger, record)))
    parts: list[RenderableType] = [words(record.name, "bold"), facts, *judged(ledger, record), Text()]
    parts += _mentions(ledger, record)
    parts += _reasons(record) if isinstance(record, Actor) else []
    parts += _claims(ledger, f"{counted(len(by), 'claim')} by it", by) if isinstance(record, Actor) else []
    return Group(*parts, *_claims(ledger, f"{counted(len(about), 'claim')} that name it", about))


def claim_page(ledger: Ledger, claim: Claim) -> Group:
    """A claim's words, its way, and the answers that it stands on."""
    values = {p.id: (e, f, p) for e in ledger.events for f, positions in e.facets.items() for p in positions}
    lines: list[RenderableType] = [
        words(quoted(claim.text), "bold"),
        words(_source(ledger, claim)),
        words(claim.id, "dim"),
    ]
    lines += [words(f"said {day_in_words(claim.said)}")] if claim.said else []
    lines += [words("rejected: it counts for nothing", "bold red")] if claim.rejected else []
    lines += judged(ledger, claim)
    for about in claim.about:
        if about.position in values:
            event, facet, position = values[about.position]
            lines.append(hanging("·", words(f"{event.title}: {facet} {position.value} ({position.grade})")))
    return Group(*lines)


def _facts(ledger: Ledger, record: Actor | Place) -> list[str]:
    country = [record.country] if record.country else []
    if isinstance(record, Place):
        where = [f"{record.latitude:.3f}, {record.longitude:.3f}"] if record.latitude and record.longitude else []
        return ["place", *country, *where, f"by {record.basis}", record.id]
    names = {actor.id: actor.name for actor in ledger.actors}
    bodies = [f"belongs to {names.get(body, body)}" for body in record.member_of]
    return [record.kind, *country, *bodies, record.id]


def _mentions(ledger: Ledger, record: Actor | Place) -> list[RenderableType]:
    """How often each form stands where: "Urwani Column" ×3 in one.txt."""
    documents = {document.id: document.name for document in ledger.documents}
    forms = Counter((mention.text, documents.get(mention.document, mention.document)) for mention in record.mentions)
    known = ", ".join(record.aliases) or "none"
    lines: list[RenderableType] = [hanging("names", words(known))]
    told = (f"{quoted(text)} in {name}" + (f" ×{count}" if count > 1 else "") for (text, name), count in forms.items())
    return [*lines, hanging("met  ", words(", ".join(told) or "nowhere")), Text()]


def _reasons(record: Actor) -> list[RenderableType]:
    """Why its names are one, and whose names are not it."""
    if not record.reasons:
        return []
    return [words("one actor or several", "bold"), *(hanging("·", words(line)) for line in record.reasons), Text()]


def _claims(ledger: Ledger, heading: str, claims: Iterable[Claim]) -> list[RenderableType]:
    found = list(claims)
    lines: list[RenderableType] = [words(heading, "bold")]
    shown = (words(f"{quoted(claim.text)}\n{_source(ledger, claim)}") for claim in found[:CLAIMS_SHOWN])
    lines.extend(hanging("·", line) for line in shown)
    if len(found) > CLAIMS_SHOWN:
        lines.append(words(f"… and {len(found) - CLAIMS_SHOWN} more (--json lists all)"))
    return [*lines, Text()]


def _source(ledger: Ledger, claim: Claim) -> str:
    name = next((document.name for document in ledger.documents if document.id == claim.document), claim.document)
    return f"{claim.stance}, {claim.certainty}: {chain_in_words(claim.chain)} · {name}"


def _names(claim: Claim, record: Actor | Place) -> bool:
    """Whether a mention of the record stands in the claim's words."""
    return any(m.document == claim.document and claim.start <= m.start < claim.end for m in record.mentions)

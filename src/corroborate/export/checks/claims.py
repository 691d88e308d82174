"""Rules about one claim: its words, its speaker, the way it took."""

from collections.abc import Iterator

from corroborate.export.checks.index import Fault, Index
from corroborate.export.checks.words import has_negator
from corroborate.model.ledger import Claim

NEGATIVE = frozenset({"denies", "rejects", "doubts", "cannot-verify", "does-not-know"})
LAST_ROLES = ("outlet", "republisher")
VOICES = ("outlet", "agency")


def negator_in_words(index: Index) -> Iterator[Fault]:
    """A claim that denies, rejects, doubts or leaves open has the words that do so in its own span."""
    for claim in index.ledger.claims:
        if claim.stance in NEGATIVE and not has_negator(claim.text):
            yield claim.id, f"{claim.stance}, but no negating word stands in {claim.text!r}"


def own_voice(index: Index) -> Iterator[Fault]:
    """Own voice has a null claimant span and a null cue; reported speech has a span, a cue or both."""
    for claim in index.ledger.claims:
        named = claim.claimant.start is not None or claim.cue is not None
        if claim.quotation == "own-voice" and named:
            yield claim.id, "is in the outlet's own voice, but has a claimant's span or a cue"
        if claim.quotation != "own-voice" and not named:
            yield claim.id, f"is {claim.quotation} speech, but has neither a claimant's span nor a cue"


def chain_begins_with_speaker(index: Index) -> Iterator[Fault]:
    """A chain begins with its origin (an agency may be that); that of an own voice with an outlet or agency."""
    for claim in index.ledger.claims:
        first = claim.chain[0]
        allowed = VOICES if claim.quotation == "own-voice" else ("origin", "agency")
        if first.role not in allowed:
            yield claim.id, f"its chain begins with {first.name!r} as {first.role}, not as {' or '.join(allowed)}"
        if any(link.role == "origin" for link in claim.chain[1:]):
            yield claim.id, "its chain has an origin that is not its first link"


def chain_begins_with_claimant(index: Index) -> Iterator[Fault]:
    """The claimant and the first link of the chain are one actor."""
    for claim in index.ledger.claims:
        if claim.claimant.actor != claim.chain[0].actor:
            yield claim.id, f"its claimant is {claim.claimant.actor}, its chain begins with {claim.chain[0].actor}"


def chain_ends_with_page(index: Index) -> Iterator[Fault]:
    """The chain ends with an outlet or republisher, the document's own where the page has one."""
    for claim in index.ledger.claims:
        last = claim.chain[-1]
        document = index.documents.get(claim.document)
        if last.role not in LAST_ROLES:
            yield claim.id, f"its chain ends with {last.name!r} as {last.role}, not with an outlet"
        elif document and document.outlet and document.outlet.name not in _names(index, last.name, last.actor):
            yield claim.id, f"its chain ends with {last.name!r}, the page is {document.outlet.name}'s"


def repeats_inside_page(index: Index) -> Iterator[Fault]:
    """A claim repeats another claim of the same document that itself repeats nothing."""
    for claim in index.ledger.claims:
        if claim.repeats is None or claim.repeats not in index.claims:
            continue
        original = index.claims[claim.repeats]
        if claim.repeats == claim.id:
            yield claim.id, "repeats itself"
        elif original.document != claim.document:
            yield claim.id, f"repeats {original.id}, which stands in another document"
        elif original.repeats is not None:
            yield claim.id, f"repeats {original.id}, which is itself a repetition"


def judged_claims(index: Index) -> Iterator[Fault]:
    """`claims_on` names other claims, each once."""
    for claim in index.ledger.claims:
        if claim.id in claim.claims_on or len(set(claim.claims_on)) < len(claim.claims_on):
            yield claim.id, "`claims_on` names the claim itself, or one claim twice"


def speaker_certainty(index: Index) -> Iterator[Fault]:
    """Certainty is `unknown` where a speaker does not know, and where reported speech names nobody."""
    for claim in index.ledger.claims:
        nobody = claim.quotation != "own-voice" and claim.claimant.actor is None and claim.claimant.start is None
        if (claim.stance == "does-not-know" or nobody) and claim.certainty != "unknown":
            why = "the speaker does not know" if claim.stance == "does-not-know" else "nobody is named as speaker"
            yield claim.id, f"is {claim.certainty}, but {why}"


def one_claim_once(index: Index) -> Iterator[Fault]:
    """No two claims share document, span, speaker, cue and stance."""
    seen: dict[tuple[object, ...], str] = {}
    for claim in index.ledger.claims:
        first = seen.setdefault(_identity(claim), claim.id)
        if first != claim.id:
            yield claim.id, f"is the same claim as {first}"


def _identity(claim: Claim) -> tuple[object, ...]:
    speaker = claim.claimant
    voice = (speaker.start, speaker.end) if speaker.start is not None else (speaker.actor, claim.chain[0].name)
    cue = claim.cue and (claim.cue.start, claim.cue.end)
    return claim.document, claim.start, claim.end, voice, cue, claim.stance


def _names(index: Index, name: str, actor: str | None) -> tuple[str, ...]:
    known = index.actors.get(actor) if actor else None
    return (name, known.name, *known.aliases) if known else (name,)

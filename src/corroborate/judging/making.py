"""Writing a judgement down: who, when, why, and an id that comes from all of it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corroborate.model.codec import encode
from corroborate.model.ids import content_id
from corroborate.model.judgement import JudgedClaim, JudgedKind, Judgement, JudgementKind
from corroborate.model.ledger import Claim
from corroborate.model.mention import Mention
from corroborate.model.span import Span


class UnfitJudgementError(ValueError):
    """Something that cannot be said; the message says why, and what can."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who judges, when (an instant in UTC, see `instant`), and why."""

    by: str
    when: str
    why: str


def instant(text: str) -> str:
    """An ISO date-time as UTC to the microsecond. Raises UnfitJudgementError where it is none or has no zone."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise UnfitJudgementError(f"{text!r} is no instant such as 2021-05-03T14:05:00Z") from error
    if moment.tzinfo is None:
        raise UnfitJudgementError(f"{text!r} has no time zone: put Z behind it, or +02:00")
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def author(*, by: str, when: str, why: str) -> Author:
    """Who, when and why, as they are kept. Raises UnfitJudgementError where one is missing."""
    name, reason = (" ".join(text.split()) for text in (by, why))
    if not name:
        raise UnfitJudgementError("a judgement needs somebody who makes it")
    if not reason:
        raise UnfitJudgementError("a judgement needs a reason")
    return Author(name, instant(when), reason)


def merge(kind: JudgedKind, sides: Sequence[Sequence[Mention]], who: Author) -> Judgement:
    """All the mentions are of one event, actor or place."""
    return _of_sides("merge", kind, sides, who)


def apart(kind: JudgedKind, sides: Sequence[Sequence[Mention]], who: Author) -> Judgement:
    """No mention of one side is of the event, actor or place of another side."""
    judgement = _of_sides("apart", kind, sides, who)
    mentions = [mention for side in judgement.sides for mention in side]
    if len(set(mentions)) < len(mentions):
        raise UnfitJudgementError("a mention cannot be kept apart from itself")
    return judgement


def reject(claim: Claim, who: Author) -> Judgement:
    """The claim is none, or was read wrongly."""
    return _with_id(replace(_blank("reject", who), record="claim", claim=judged_claim(claim)))


def correct(
    kind: JudgedKind,
    of: Claim | Sequence[Mention],
    field: str,
    who: Author,
    *,
    value: str | None = None,
    target: Sequence[Mention] = (),
) -> Judgement:
    """A field of a claim, or of the record that has the mentions, has this value, or is the actor of the target."""
    blank = replace(_blank("correct", who), record=kind, field=field, value=value, target=tuple(sorted(target)))
    if isinstance(of, Claim):
        return _with_id(replace(blank, claim=judged_claim(of)))
    if not of:
        raise UnfitJudgementError(NO_MENTION)
    return _with_id(replace(blank, sides=(tuple(sorted(set(of))),)))


def undo(judgement: str, who: Author) -> Judgement:
    """The judgement counts no more; undoing the undo brings it back."""
    return _with_id(replace(_blank("undo", who), undoes=judgement))


def judged_claim(claim: Claim) -> JudgedClaim:
    """A claim by what makes its id, as it was read: a stance that people corrected is no part of it."""
    speaker = claim.claimant
    return JudgedClaim(
        claim.id,
        claim.document,
        claim.start,
        claim.end,
        claim.text,
        Span(speaker.start, speaker.end) if speaker.start is not None and speaker.end is not None else None,
        Span(claim.cue.start, claim.cue.end) if claim.cue is not None else None,
        claim.read_as or claim.stance,
    )


NO_MENTION = "no document names it: there are no words that a judgement could stand on"


def with_content_id(judgement: Judgement) -> Judgement:
    """The judgement under the id that its content gives, whatever it bears."""
    return _with_id(judgement)


def _of_sides(judgement: JudgementKind, kind: JudgedKind, sides: Sequence[Sequence[Mention]], who: Author) -> Judgement:
    if len(sides) < 2:
        raise UnfitJudgementError("it takes two records at least")
    if not all(sides):
        raise UnfitJudgementError(NO_MENTION)
    ordered = tuple(sorted(tuple(sorted(set(side))) for side in sides))
    return _with_id(replace(_blank(judgement, who), record=kind, sides=ordered))


def _blank(kind: JudgementKind, who: Author) -> Judgement:
    return Judgement("", kind, None, who.by, who.when, who.why)


def _with_id(judgement: Judgement) -> Judgement:
    content = encode(replace(judgement, id="")).decode()
    return replace(judgement, id=content_id("judgement", content))

"""What could not be read or kept, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A short code (explained in docs/reference/problems.md), the stage, the document and one sentence.

    `document` is a document id, `name` the file name or address as given; None where there is none.
    `count` tells how often it happened there.
    """

    code: str
    message: str
    stage: str
    document: str | None = None
    name: str | None = None
    count: int = 1

"""Where a document names something."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a document names something."""

    document: str
    start: int
    end: int
    text: str

    @property
    def key(self) -> tuple[str, int, int]:
        """The document and where in it."""
        return self.document, self.start, self.end

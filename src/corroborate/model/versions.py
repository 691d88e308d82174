"""Which versions of the stages made what is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Versions:
    """The stages that make a Document, a GroundedReading and a story's ledger: "name=version", parted by spaces."""

    loading: str
    reading: str
    settling: str

    @property
    def of_document(self) -> str:
        """What a document's row bears."""
        return f"{self.loading} {self.reading}"


def made_by(row: str, stages: str) -> bool:
    """Whether a row was made by just these versions of the stages, whatever else it names."""
    return set(stages.split()) <= set(row.split())


def part_of(row: str, stages: str) -> str:
    """What a row says of the stages that are named in `stages`, in whatever versions."""
    names = {stage.partition("=")[0] for stage in stages.split()}
    return " ".join(stage for stage in row.split() if stage.partition("=")[0] in names)

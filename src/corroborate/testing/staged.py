"""Synthetic readings under the real cross-document stages: what judgements do, without the time that reading takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corroborate import pipeline
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.grounded import GroundedReading
from corroborate.model.ledger import Ledger
from corroborate.testing.synthetic import SyntheticInput, SyntheticWork


@dataclass(frozen=True, slots=True)
class StagedWork(SyntheticWork):
    """`adding.Work` that loads, reads and links as synthetic work, and reconciles and joins as the pipeline."""

    def reconcile(self, readings: tuple[GroundedReading, ...], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        return pipeline.work().reconcile(readings, rulings)

    def join(self, ledgers: Iterable[Ledger], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        return pipeline.work().join(ledgers, rulings)


def staged_work(inputs: Sequence[SyntheticInput]) -> StagedWork:
    """Work that knows the readings of these inputs."""
    return StagedWork({item.reading.document.id: item.reading for item in inputs if item.reading is not None})

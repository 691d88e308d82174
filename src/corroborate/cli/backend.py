"""The stages, as the command line starts them: the one place that names the pipeline."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corroborate.adding import Work
    from corroborate.ingest.inputs import Input


def open_work() -> "Work[Input]":
    """The stages with what they need loaded."""
    from corroborate import pipeline

    return pipeline.work()

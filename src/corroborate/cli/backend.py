"""The stages, as the command line starts them: the one place that names the pipeline."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corroborate.adding import Work
    from corroborate.ingest.inputs import Input


def open_work() -> "Work[Input]":
    """The stages with what they need loaded, the user's own gazetteers among it."""
    from corroborate import pipeline
    from corroborate.cli.ending import NothingUsableError
    from corroborate.cli.gazetteers import added_packs
    from corroborate.resolve.place_pack import DamagedGazetteerError

    try:
        return pipeline.work(pipeline.open_resources(added_packs()))
    except DamagedGazetteerError as error:
        raise NothingUsableError(f"{error} (corroborate gazetteer remove, or add it again)") from error

"""Adding articles with progress, Ctrl-C and problems told: what `read`, `add` and `demo` share."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corroborate.adding import AddResult, Progress, add, stop_on_interrupt
from corroborate.cli import backend
from corroborate.cli.ending import FINE, INTERRUPTED, NOTHING_USABLE, SOME_FAILED
from corroborate.cli.talk import progress_bar, say, say_problems
from corroborate.export.wording import counted
from corroborate.ingest.inputs import find_inputs
from corroborate.model.problem import Problem
from corroborate.store import open_store


@dataclass(frozen=True, slots=True)
class Addition:
    """What came of adding paths: the result, what led nowhere, and the exit code that follows."""

    result: AddResult
    lost: tuple[Problem, ...]

    @property
    def usable(self) -> int:
        return self.result.added + self.result.already_there

    @property
    def failed(self) -> int:
        return self.result.failed + sum(problem.count for problem in self.lost)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (*self.lost, *self.result.problems)

    @property
    def exit_code(self) -> int:
        if self.result.stopped:
            return INTERRUPTED
        if not self.usable:
            return NOTHING_USABLE
        return SOME_FAILED if self.failed else FINE


def add_paths(paths: Sequence[str | Path], ledger: Path, *, verbose: bool) -> Addition:
    """Add the files behind the paths to a ledger, which is made where there is none."""
    inputs, lost = find_inputs(paths)
    if not inputs:
        return Addition(AddResult(0, 0, 0, 0, 0, 0, stopped=False, problems=()), lost)
    draw, clear = progress_bar("Reading")

    def tell(progress: Progress) -> None:
        if verbose and not sys.stderr.isatty() and progress.phase == "documents":
            say(f"Reading {progress.name} ({progress.done + 1} of {progress.total})")
        draw("stories" if progress.phase == "stories" else progress.name, progress.done, progress.total)

    work = backend.open_work()
    with (
        open_store(ledger) as store,
        stop_on_interrupt(lambda: say("Finishing this document; Ctrl-C again stops at once.")) as should_stop,
    ):
        result = add(store, inputs, work, on_progress=tell, should_stop=should_stop)
    clear()
    return Addition(result, lost)


def tell_addition(addition: Addition, *, verbose: bool) -> None:
    """The problems and the counts of an addition, on standard error."""
    say_problems(addition.problems, verbose=verbose)
    result = addition.result
    counts = [counted(result.added, "document") + " read"]
    counts += [f"{result.already_there} already there"] if result.already_there else []
    counts += [f"{addition.failed} failed"] if addition.failed else []
    if addition.problems or verbose or result.stopped:
        say(" · ".join(counts))
    if result.stopped:
        say("Stopped before all was read; the same command goes on from there.")
    elif not addition.usable:
        say("Nothing could be read: give .txt or .html files, or folders of them.")

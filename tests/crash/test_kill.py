"""R1 and R6 of the catalogue: whatever ends a run, the next one goes on and the ledger comes out the same."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corroborate.adding import add, export_ledger, stop_on_interrupt
from corroborate.model.codec import write_contract
from corroborate.store import open_store
from corroborate.testing.synthetic import synthetic_inputs, synthetic_work

SCRIPTS = Path(__file__).parent

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked and killed by signals")


def _rounds(rounds: int, documents: int, *, seeds: int = 1) -> tuple[dict[str, object], ...]:
    """The reports of as many processes at once as there are seeds."""
    command = [sys.executable, str(SCRIPTS / "kill_rounds.py"), str(rounds), str(documents)]
    running = [subprocess.Popen([*command, str(seed)], stdout=subprocess.PIPE, text=True) for seed in range(seeds)]
    return tuple(json.loads(process.communicate(timeout=1200)[0]) for process in running)


def _check(report: dict[str, object], least_kills: int) -> None:
    expected = report["expected"]
    assert isinstance(expected, dict)
    assert report["wrong"] == []
    assert (expected["doubled"], expected["integrity"]) == (0, "ok")
    kills = report["kills"]
    assert isinstance(kills, int)
    assert kills >= least_kills  # else the rounds have tested nothing


def test_five_killed_and_resumed_runs_end_as_one_that_was_left_alone() -> None:
    (report,) = _rounds(5, 40)
    _check(report, least_kills=5)


@pytest.mark.slow
def test_two_hundred_killed_and_resumed_runs_over_300_documents_end_as_one_that_was_left_alone() -> None:
    for report in _rounds(100, 300, seeds=2):
        _check(report, least_kills=100)


def _start(path: Path, *, pause_seconds: float) -> subprocess.Popen[str]:
    """A process that adds slowly; returned once it has begun."""
    command = [sys.executable, str(SCRIPTS / "slow_adding.py"), str(path), str(pause_seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "reading\n"
    return process


def _matches_a_fresh_run(path: Path, folder: Path) -> bool:
    inputs = synthetic_inputs(30)
    work = synthetic_work(inputs)
    with open_store(path) as store:
        add(store, inputs, work)
    with open_store(folder / "fresh.db") as store:
        add(store, inputs, work)
    return write_contract(export_ledger(path, work)) == write_contract(export_ledger(folder / "fresh.db", work))


def test_the_first_interrupt_finishes_the_document_and_the_next_run_goes_on(tmp_path: Path) -> None:
    process = _start(tmp_path / "ledger.db", pause_seconds=0.5)
    process.send_signal(signal.SIGINT)
    start = time.monotonic()
    output, errors = process.communicate(timeout=30)
    assert time.monotonic() - start < 5 + 0.5
    assert (process.returncode, errors) == (0, "")
    assert json.loads(output.splitlines()[-1]) == {"added": 1, "stopped": True}
    assert _matches_a_fresh_run(tmp_path / "ledger.db", tmp_path)


def test_the_second_interrupt_leaves_at_once_and_the_next_run_goes_on(tmp_path: Path) -> None:
    process = _start(tmp_path / "ledger.db", pause_seconds=20)
    process.send_signal(signal.SIGINT)
    time.sleep(0.2)  # two signals sent together may arrive as one
    process.send_signal(signal.SIGINT)
    start = time.monotonic()
    process.communicate(timeout=30)
    assert time.monotonic() - start < 1
    assert process.returncode == 130
    assert _matches_a_fresh_run(tmp_path / "ledger.db", tmp_path)


def test_the_signal_handler_is_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stop_on_interrupt() as should_stop:
        assert not should_stop()
        os.kill(os.getpid(), signal.SIGINT)
        assert should_stop()
    assert signal.getsignal(signal.SIGINT) is before

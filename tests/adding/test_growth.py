"""One more article costs the same in a large ledger as in a small one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "bench_add.py"


@pytest.mark.slow
def test_the_1001st_article_takes_at_most_twice_the_time_of_the_101st(tmp_path: Path) -> None:
    report = tmp_path / "figures.json"
    command = [sys.executable, str(BENCHMARK), "--sizes", "100", "1000", "--samples", "40", "--json", str(report)]
    subprocess.run(command, check=True, capture_output=True)
    small, large = json.loads(report.read_text(encoding="utf-8"))
    assert (small["articles"], large["articles"]) == (100, 1000)
    assert large["median_ms"] <= 2 * small["median_ms"]

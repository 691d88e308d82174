"""The quality gate: no measure may fall below its floor.

    python -m evaluation.gate            fails where a measure fell
    python -m evaluation.gate --write    sets the floors to what the program scores now

floors.json holds the floors of each data set with a fingerprint of the data. The corpus is always measured; outside
data where they lie in CORROBORATE_DATA (by default ../shared/data), and it is said where they do not. Data that
have changed have no floors: write them anew, and say in the commit what changed.
"""

import argparse
import json
import math
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.results import Measured, of_corpus, of_data

FLOORS = Path(__file__).parent / "floors.json"
# Small sets that are measured in seconds and may be tuned on.
OUTSIDE = ("gum", "re3d", "names", "syria-places")
# Decimals of a floor: rounded down, so that a figure is never under a floor that was made of it.
DECIMALS = 3
# These count what must not happen: the floor is a ceiling.
CEILINGS = ("corroborated_by_one_origin", "corroborated_by_one_line", "corroborated_not_in_gold")


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare with the floors, or write them; 1 where a measure fell or data changed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", action="store_true", help="set the floors to what the program scores now")
    options = parser.parse_args(arguments)
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    found = list(_measured())
    if options.write:
        FLOORS.write_text(json.dumps(floors | written(found), indent=2) + "\n", encoding="utf-8")
        return 0
    faults = [fault for each in found for fault in fallen(each, floors.get(each.name))]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stdout.write(f"quality gate: {', '.join(each.name for each in found)}: {len(faults)} faults\n")
    return 1 if faults else 0


def fallen(each: Measured, floors: dict[str, Any] | None) -> Iterator[str]:
    """What is below its floor, in words."""
    if floors is None:
        yield f"{each.name}: has no floors; python -m evaluation.gate --write sets them"
        return
    if floors["fingerprint"] != each.fingerprint:
        yield f"{each.name}: the data are not those that the floors were made on ({floors['fingerprint']})"
        return
    values = each.values()
    for name, floor in floors["floors"].items():
        value = values.get(name)
        if value is None:
            yield f"{each.name}: {name}: is no longer measured; its floor is {floor}"
        elif value > floor if name.endswith(CEILINGS) else value < floor:
            yield f"{each.name}: {name}: {value:.4f}, its floor is {floor}"


def written(found: Sequence[Measured]) -> dict[str, Any]:
    """The floors that the scores make."""
    return {
        each.name: {
            "fingerprint": each.fingerprint,
            "floors": {name: _floor(name, value) for name, value in sorted(each.values().items())},
        }
        for each in found
    }


def _floor(name: str, value: float) -> float:
    if name.endswith(CEILINGS):
        return value
    scale = 10.0**DECIMALS
    return math.floor(value * scale) / scale


def _measured() -> Iterator[Measured]:
    yield of_corpus("dev")
    folder = Path(os.environ.get("CORROBORATE_DATA", "../shared/data"))
    for name in OUTSIDE:
        if (folder / name).is_dir():
            yield of_data(folder / name)
        else:
            sys.stdout.write(f"{name}: not measured, {folder / name} is not there\n")


if __name__ == "__main__":
    sys.exit(main())

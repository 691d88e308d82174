"""Files of expected output. `CORROBORATE_GOLDEN=write` (what `make golden` sets) writes them anew: read the diff."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """The text is the golden file's."""
    file = FOLDER / name
    if os.environ.get("CORROBORATE_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")

"""Problems for people: each code once, with what it means and where it happened."""

import csv
import functools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from corroborate.export.wording import counted
from corroborate.model.problem import Problem

if TYPE_CHECKING:
    from rich.console import Group, RenderableType

WHERE_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for. `weight`: `lost` (nothing could be read), `damaged` (something is lost or guessed),
    `note` (told in the report's counts only)."""

    code: str
    stage: str
    weight: str
    meaning: str
    what_to_do: str


@functools.cache
def meanings() -> dict[str, Meaning]:
    """Every problem code with its meaning."""
    text = (resources.files("corroborate") / "data" / "problems.csv").read_text(encoding="utf-8")
    return {row["code"]: Meaning(**row) for row in csv.DictReader(text.splitlines())}


def is_note(problem: Problem) -> bool:
    """Whether a problem belongs into counts rather than before the user's eyes."""
    known = meanings().get(problem.code)
    return known is not None and known.weight == "note"


def told(problem: Problem) -> str:
    """A problem in one line that names what it happened to, once."""
    name = problem.name or problem.document
    message = problem.message if not name or problem.message.startswith(name) else f"{name}: {problem.message}"
    return f"{message} ({problem.count} times)" if problem.count > 1 and str(problem.count) not in message else message


def problem_lines(problems: Sequence[Problem]) -> "Group":
    """All problems, by code."""
    from rich.console import Group
    from rich.text import Text

    from corroborate.export.report_text import hanging, words

    by_code: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_code[problem.code].append(problem)
    parts: list[RenderableType] = [] if by_code else [Text("No problems.")]
    for code, found in sorted(by_code.items()):
        known = meanings().get(code)
        meaning = f"{known.meaning} {known.what_to_do}" if known else ""
        total = counted(sum(problem.count for problem in found), "time")
        parts.append(Text.assemble((code, "bold yellow"), f" · {total}. {meaning}".rstrip()))
        parts += [hanging("  ", words(told(problem))) for problem in found[:WHERE_SHOWN]]
        if len(found) > WHERE_SHOWN:
            parts.append(Text(f"  … and {len(found) - WHERE_SHOWN} more (--json lists all)"))
    return Group(*parts)

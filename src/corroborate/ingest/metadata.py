"""What is stated about an article beside its text: a front matter or a sidecar."""

import datetime
import json
import re
from dataclasses import fields, replace
from typing import Any

from corroborate.model.document import Metadata
from corroborate.model.problem import Problem

STAGE = "ingest"
FIELDS = tuple(field.name for field in fields(Metadata))
FENCE = "---"
# A front matter longer than this is an article that begins with a rule.
MOST_FRONT_LINES = 60
FRONT_LINE = re.compile(r"([A-Za-z_][\w .-]{0,40}):(?:[ \t]+(.*))?$")
SURROGATE = re.compile(r"[\ud800-\udfff\x00]")
NOTHING = frozenset({"", "null", "none", "~"})


def split_front_matter(text: str, name: str) -> tuple[str, Metadata, tuple[Problem, ...]]:
    """The text after its front matter, what the front matter states, and what of it could not be used."""
    lines = text[:20_000].splitlines(keepends=True)
    end = _fence(lines)
    if end is None:
        return text, Metadata(), ()
    stated = {}
    for line in lines[1:end]:
        match = FRONT_LINE.match(line.rstrip("\r\n"))
        if match:
            stated[match[1].strip().lower()] = _unquoted(match[2] or "")
    metadata, problems = from_stated(stated, name)
    return text[sum(map(len, lines[: end + 1])) :], metadata, problems


def read_sidecar(data: bytes, name: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """What a `NAME.json` beside the article states; nothing, with a Problem, where it is no JSON object."""
    try:
        stated = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Metadata(), (_bad(name, f"the sidecar is not JSON ({error}): correct it, or take it away"),)
    if not isinstance(stated, dict):
        return Metadata(), (_bad(name, 'the sidecar must be one object, as in {"outlet": "...", "published": "..."}'),)
    return from_stated(stated, name)


def from_stated(stated: dict[str, Any], name: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """Stated names and values as Metadata; other names are passed over, values of no use get a Problem."""
    problems = []
    values: dict[str, str | None] = {}
    for field in FIELDS:
        value = stated.get(field)
        if value is None:
            continue
        if not isinstance(value, str):
            problems.append(_bad(name, f"{field} must be text in quotation marks, not {str(value)[:60]!r}: ignored"))
        elif field == "published" and clean_value(value) and iso_moment(value) is None:
            problems.append(_bad(name, f"published must be a date such as 2021-05-03, not {value[:60]!r}: ignored"))
        else:
            values[field] = clean_value(value)
    if values.get("published"):
        values["published"] = iso_moment(values["published"] or "")
    return Metadata(**values), tuple(problems)


def iso_moment(text: str) -> str | None:
    """`text` where it is an ISO date or date-time, else None.

    >>> iso_moment("2021-05-03T10:04:00Z")
    '2021-05-03T10:04:00Z'
    """
    text = text.strip()
    if not re.match(r"\d{4}-\d\d-\d\d(?:$|[T ]\d\d:\d\d)", text):
        return None
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return text.replace(" ", "T", 1)


def clean_value(text: str) -> str | None:
    """One line of valid text, or None where nothing is stated."""
    value = " ".join(SURROGATE.sub("\ufffd", text).split())
    return None if value.lower() in NOTHING else value


def first_of(first: Metadata, second: Metadata) -> Metadata:
    """`first`, with what it leaves open taken from `second`."""
    missing = {field: getattr(second, field) for field in FIELDS if getattr(first, field) is None}
    return replace(first, **missing)


def _fence(lines: list[str]) -> int | None:
    """The line that closes a front matter; None where the text begins with none."""
    if not lines or lines[0].strip() != FENCE:
        return None
    for number, line in enumerate(lines[1 : MOST_FRONT_LINES + 1], start=1):
        if line.strip() == FENCE:
            return number
        if line.strip() and not line.startswith(("#", " ", "\t")) and not FRONT_LINE.match(line.rstrip("\r\n")):
            return None
    return None


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _bad(name: str, message: str) -> Problem:
    return Problem("bad-metadata", f"{name}: {message}", STAGE, name=name)

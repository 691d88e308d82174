"""Plain records of a text for tests: words instead of offsets."""

from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.layers.plain import Plain, compared_records
from evaluation.layers.records import Record


def spot(text: str, words: str, **more: Any) -> Plain:
    """Where the words stand first, with further fields. ValueError where they do not stand."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words} | more


def spans(text: str, *words: str) -> list[list[int]]:
    """The spans of words that stand in the text."""
    return [[spot(text, each)["start"], spot(text, each)["end"]] for each in words]


def said(text: str, content: str, *, by: str | None = None, cue: str | None = None, **more: Any) -> Plain:
    """An attribution of some words."""
    return {
        "source": spans(text, by) if by else [],
        "cue": spans(text, cue) if cue else [],
        "content": spans(text, content),
    } | more


def both(
    text: str, gold: Mapping[str, Sequence[Plain]], ours: Mapping[str, Sequence[Plain]], labels: str = "corpus"
) -> tuple[Record, Record]:
    """Gold and ours of one text."""
    return compared_records({"id": "one", "text": text, **gold}, {"id": "one", "text": text, **ours}, labels)

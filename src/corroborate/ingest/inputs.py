"""Which files there are to read."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corroborate.model.problem import Problem

STAGE = "ingest"
TEXT_KINDS = frozenset({".txt", ".text", ".md"})
HTML_KINDS = frozenset({".html", ".htm", ".xhtml"})
KINDS = TEXT_KINDS | HTML_KINDS
KINDS_IN_WORDS = ".txt, .text, .md, .html, .htm and .xhtml"


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """A file to read; `name` is its base name, as the ledger shows it."""

    path: Path
    name: str


def find_inputs(paths: Sequence[str | Path]) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """The files behind paths, folders and globs: each once, folders in sorted order; and what led nowhere."""
    found: dict[Path, Input] = {}
    problems: list[Problem] = []
    for path in paths:
        files, troubles = _expand(str(path))
        problems.extend(troubles)
        for file in files:
            found.setdefault(file.absolute(), Input(file, printable(file.name)))
    return tuple(found.values()), tuple(problems)


def printable(name: str) -> str:
    """`name` without the lone surrogates that stand for bytes which are not UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _expand(path: str) -> tuple[list[Path], list[Problem]]:
    try:
        exists = os.path.lexists(path)
        if exists and Path(path).is_dir():
            return _folder(Path(path))
    except (OSError, ValueError) as error:
        return [], [_problem("path-unreadable", path, f"cannot be looked at ({error}): check the path and its rights")]
    if exists:
        return _file(Path(path))
    if glob.has_magic(path):
        return _glob(path)
    return [], [_problem("path-not-found", path, "there is no such file or folder: check the spelling")]


def _glob(pattern: str) -> tuple[list[Path], list[Problem]]:
    files: list[Path] = []
    problems: list[Problem] = []
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    for match in matches:
        more, troubles = _folder(Path(match)) if Path(match).is_dir() else _file(Path(match), matched=True)
        files.extend(more)
        problems.extend(troubles)
    if not matches:
        problems.append(_problem("nothing-matches", pattern, "no file matches this pattern: try it with ls first"))
    return files, problems


def _file(path: Path, *, matched: bool = False) -> tuple[list[Path], list[Problem]]:
    """The file itself, unless its kind is unknown. Sidecars that a glob matches are passed over quietly."""
    if not path.is_file():
        message = "is a broken link, a pipe or a device: give a regular file"
        return [], [_problem("not-a-file", str(path), message)]
    if path.suffix.lower() in KINDS:
        return [path], []
    if matched and is_sidecar(path):
        return [], []
    message = (
        f"files of kind {path.suffix or '(none)'} cannot be read yet: {KINDS_IN_WORDS} can; save it as one of them"
    )
    return [], [_problem("unknown-kind", str(path), message)]


def is_sidecar(path: Path) -> bool:
    """Whether `path` is metadata that stands beside an article of the same name."""
    return path.suffix.lower() == ".json" and any(path.with_suffix(kind).exists() for kind in sorted(KINDS))


def _folder(folder: Path) -> tuple[list[Path], list[Problem]]:
    files: list[Path] = []
    problems: list[Problem] = []
    for here, names, errors in _walk(folder):
        problems.extend(
            _problem("folder-unreadable", str(error.filename), f"cannot be listed ({error.strerror}): check its rights")
            for error in errors
        )
        known = [name for name in names if Path(name).suffix.lower() in KINDS]
        files.extend(here / name for name in known)
        problems.extend(_unknown_kinds(here, names, {Path(name).stem for name in known}))
    if not files and not problems:
        message = f"holds no files of a known kind: {KINDS_IN_WORDS} are read"
        problems.append(_problem("nothing-matches", str(folder), message))
    return files, problems


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[OSError]]]:
    errors: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(here), sorted(name for name in names if not name.startswith(".")), errors.copy()
        errors.clear()
    if errors:
        yield folder, [], errors


def _unknown_kinds(folder: Path, names: list[str], articles: set[str]) -> Iterator[Problem]:
    """One Problem for each kind of file that a folder holds and that cannot be read."""
    others = (Path(name) for name in names if Path(name).suffix.lower() not in KINDS)
    kinds = Counter(
        name.suffix.lower() for name in others if not (name.suffix.lower() == ".json" and name.stem in articles)
    )
    for kind, count in sorted(kinds.items()):
        files = "file" if count == 1 else "files"
        message = f"{count} {files} of kind {kind or '(none)'} passed over: {KINDS_IN_WORDS} are read"
        yield Problem("unknown-kind", message, STAGE, name=printable(str(folder)), count=count)


def _problem(code: str, path: str, message: str) -> Problem:
    return Problem(code, f"{printable(path)}: {message}", STAGE, name=printable(path))

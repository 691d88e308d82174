"""The folder of a user's own gazetteers: what lies there, and how a file gets in."""

import csv
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from corroborate.cli.ending import NothingUsableError
from corroborate.pipeline import open_pack, open_resources, read_data
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.place_joining import joined_places
from corroborate.resolve.place_pack import DamagedGazetteerError
from corroborate.resolve.place_rows import PlaceRow, WrongGazetteerFileError, dump_rows, table_rows
from corroborate.resolve.place_writer import write_pack

# The environment variable that names another folder.
FOLDER_VARIABLE = "CORROBORATE_GAZETTEERS"
SUFFIX = ".pack"
TABLES, DUMPS, ARCHIVES = (".csv",), (".txt", ".tsv"), (".zip",)
# Beside the places of a GeoNames archive.
NO_PLACES = frozenset({"readme.txt"})


@dataclass(frozen=True, slots=True)
class Added:
    """A gazetteer of the folder; `places` is None where its file is damaged."""

    name: str
    path: Path
    places: int | None
    size_bytes: int


def gazetteer_folder() -> Path:
    """Where a user's gazetteers lie, whether it is there or not."""
    return Path(os.environ.get(FOLDER_VARIABLE) or Path(click.get_app_dir("corroborate")) / "gazetteers")


def added_packs() -> tuple[Path, ...]:
    """The files of a user's gazetteers, in order of their names: an earlier one goes before a later."""
    folder = gazetteer_folder()
    return tuple(sorted(folder.glob(f"*{SUFFIX}"))) if folder.is_dir() else ()


def list_gazetteers() -> tuple[Added, ...]:
    """What the folder holds."""
    return tuple(_added(path) for path in added_packs())


def _added(path: Path) -> Added:
    try:
        places = len(open_pack(path))
    except DamagedGazetteerError:
        places = None
    return Added(path.stem, path, places, path.stat().st_size)


def add_gazetteer(file: Path, name: str | None = None) -> Added:
    """Put the places of a file into the folder; one of the same name is replaced.

    Nothing is changed where the file is wrong; NothingUsableError then names the line.
    """
    title = name or _name_of(file)
    folder = gazetteer_folder()
    known = open_resources().resolve.gazetteer
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
            temporary = Path(part.name)
            try:
                head = write_pack(
                    part.file, joined_places(lambda: _rows(file, known), known), title=title, folder=folder
                )
                if not head.places:
                    raise WrongGazetteerFileError("holds no place that a text could name")
                part.flush()
                os.fsync(part.fileno())
                temporary.replace(folder / f"{title}{SUFFIX}")
            finally:
                temporary.unlink(missing_ok=True)
    except WrongGazetteerFileError as error:
        raise NothingUsableError(f"{file}: {error}. Nothing was added.") from error
    except UnicodeDecodeError as error:
        raise NothingUsableError(f"{file}: no UTF-8 text (byte {error.start}): save it as UTF-8.") from error
    except csv.Error as error:
        raise NothingUsableError(f"{file}: no CSV table ({error}).") from error
    except OSError as error:
        raise NothingUsableError(f"{error.filename or file}: {error.strerror or error}.") from error
    return _added(folder / f"{title}{SUFFIX}")


def remove_gazetteer(name: str) -> Path:
    """Delete a gazetteer of the folder. NothingUsableError where there is none of that name."""
    path = gazetteer_folder() / f"{name}{SUFFIX}"
    if path not in added_packs():
        there = ", ".join(each.stem for each in added_packs()) or "none"
        raise NothingUsableError(f"There is no gazetteer {name!r} in {gazetteer_folder()}. There are: {there}.")
    path.unlink()
    return path


def _name_of(file: Path) -> str:
    return re.sub(r"[^\w-]+", "-", file.stem).strip("-") or "places"


def _rows(file: Path, known: Gazetteer) -> Iterator[PlaceRow]:
    with _text_of(file) as (name, lines):
        if Path(name).suffix.lower() in TABLES:
            yield from table_rows(lines, lambda country: _country_code(country, known))
        else:
            yield from dump_rows(lines, _kinds())


@contextmanager
def _text_of(file: Path) -> Iterator[tuple[str, Iterable[str]]]:
    """The name and the lines of a file, or of the one with places in an archive."""
    if file.suffix.lower() in ARCHIVES:
        try:
            with zipfile.ZipFile(file) as archive, archive.open(_member(archive)) as member:
                yield member.name, io.TextIOWrapper(member, encoding="utf-8-sig", newline="")
        except zipfile.BadZipFile as error:
            raise WrongGazetteerFileError(f"no readable archive: {error}") from error
    elif file.suffix.lower() in (*TABLES, *DUMPS):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield file.name, lines
    else:
        kinds = ", ".join((*TABLES, *DUMPS, *ARCHIVES))
        raise WrongGazetteerFileError(f"a gazetteer is a file ending in {kinds}")


def _member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    wanted = [
        entry
        for entry in archive.infolist()
        if Path(entry.filename).suffix.lower() in (*TABLES, *DUMPS) and entry.filename.lower() not in NO_PLACES
    ]
    if len(wanted) != 1:
        names = ", ".join(entry.filename for entry in wanted) or "none"
        raise WrongGazetteerFileError(f"an archive must hold one .csv or .txt file with places; this one: {names}")
    return wanted[0]


def _country_code(country: str, known: Gazetteer) -> str | None:
    if len(country) == 2 and country.isalpha():
        return country.upper()
    return next((spot.country for spot in known.candidates(country) if spot.kind == "country"), None)


def _kinds() -> dict[str, str]:
    rows = csv.DictReader(read_data("gazetteer/feature_codes.csv").splitlines())
    return {row["code"]: row["kind"] for row in rows}

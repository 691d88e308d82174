"""One input to one page."""

from pathlib import Path

from corroborate.ingest.decode import decode
from corroborate.ingest.html import read_html
from corroborate.ingest.inputs import HTML_KINDS, Input
from corroborate.ingest.limits import DEFAULT_LIMITS, Limits
from corroborate.ingest.metadata import first_of, read_sidecar, split_front_matter
from corroborate.ingest.sandbox import HtmlWorker, shared_worker
from corroborate.model.document import Metadata, Page
from corroborate.model.problem import Problem

STAGE = "ingest"
# A sidecar holds five short fields.
SIDECAR_BYTES = 1_000_000


def read_page(
    item: Input, *, limits: Limits = DEFAULT_LIMITS, worker: HtmlWorker | None = None
) -> tuple[Page | None, tuple[Problem, ...]]:
    """The page that a file holds, or None with the Problem that says why not.

    HTML is parsed by `worker`, or by one that this process keeps until it ends.
    """
    data, problems = _bytes(item.path, item.name, limits.size_bytes)
    if data is None:
        return None, problems
    sidecar, more = _sidecar(item)
    problems += more
    is_html = item.path.suffix.lower() in HTML_KINDS
    text, more = decode(data, item.name, html=is_html)
    problems += more
    if text is None:
        return None, problems
    if is_html:
        page, more = read_html(text, item.name, sidecar, worker or shared_worker(limits))
    else:
        page, more = _plain(text, item.name, sidecar)
    return _unless_empty(page, (*problems, *more), item.name)


def _plain(text: str, name: str, sidecar: Metadata) -> tuple[Page, tuple[Problem, ...]]:
    body, front, problems = split_front_matter(text, name)
    return Page(name, body, first_of(sidecar, front)), problems


def _unless_empty(
    page: Page | None, problems: tuple[Problem, ...], name: str
) -> tuple[Page | None, tuple[Problem, ...]]:
    if page is None or page.text.strip():
        return page, problems
    return None, (*problems, Problem("empty-text", f"{name}: holds no text to read", STAGE, name=name))


def _bytes(path: Path, name: str, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        message = f"{name}: cannot be read ({error}): check that it is there and may be read"
        return None, (Problem("file-unreadable", message, STAGE, name=name),)
    if len(data) > limit:
        message = f"{name}: is over {limit:,} bytes: cut out the article itself"
        return None, (Problem("file-too-large", message, STAGE, name=name),)
    return data, ()


def _sidecar(item: Input) -> tuple[Metadata, tuple[Problem, ...]]:
    path = item.path.with_suffix(".json")
    if not path.is_file():
        return Metadata(), ()
    data, problems = _bytes(path, path.name, SIDECAR_BYTES)
    return (Metadata(), problems) if data is None else read_sidecar(data, path.name)

"""The page on one event or two shows reasons as the program gives them, on the samples and on corpus stories."""

import textwrap
from collections.abc import Iterator
from importlib import resources
from itertools import islice, zip_longest
from pathlib import Path

import pytest

from corpus.check import STORIES, checked
from corroborate.cli.ledgers import load_ledger
from corroborate.cli.reading import add_paths
from corroborate.model.ledger import Event
from corroborate.pipeline import work
from evaluation.gold_readings import gold_readings

from .pages import DOCS, WRITE, Block, blocks, rewrite

PAGE = DOCS / "concepts" / "same-event.md"
# Train stories of the corpus: several incidents at neighbouring places in a few days.
CORPUS = ("haiti-port-road", "idlib-olive-press", "elandsrus-border-farms")
# Info string of a block -> how the reasons in it begin.
SHOWN = {"text one event": "one event", "text kept apart": "kept apart"}
TEN = 10
WIDTH = 118


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """The events of the samples and of each story, every lot by title."""
    file = tmp_path_factory.mktemp("samples") / "ledger.db"
    with resources.as_file(resources.files("corroborate") / "data" / "samples") as folder:
        add_paths((Path(folder),), file, verbose=False)
    lots = [load_ledger(file).events, *map(corpus_events, CORPUS)]
    return [event for lot in lots for event in sorted(lot, key=lambda event: (event.title, event.id))]


def corpus_events(name: str) -> tuple[Event, ...]:
    """The events that the program finds in a story's texts."""
    stages = work()
    story, _ = checked(STORIES / name)
    documents = sorted((item.document for item in gold_readings(story, stages)), key=lambda document: document.id)
    return stages.reconcile(tuple(stages.read(document)[0] for document in documents)).events


def reasons(events: list[Event], start: str) -> Iterator[str]:
    """The reasons that begin so, the first of every event before the second of any; of two events that are kept apart
    from each other only the first one's.
    """
    told = [[(event.title, reason) for reason in event.reasons if reason.startswith(start)] for event in events]
    seen = set[frozenset[str]]()
    for title, reason in (item for turn in zip_longest(*told) for item in turn if item is not None):
        pair = frozenset((title, reason.partition("“")[2].partition("”")[0] or reason))
        if pair not in seen:
            yield f"{title}: {reason}"
        seen.add(pair)


@pytest.mark.parametrize("block", blocks(PAGE, "text "), ids=str)
def test_the_page_shows_reasons_as_the_program_gives_them(block: Block, events: list[Event]) -> None:
    lines = list(islice(reasons(events, SHOWN[block.info]), TEN))
    body = "".join(textwrap.fill(line, WIDTH, subsequent_indent="  ", break_on_hyphens=False) + "\n" for line in lines)
    if WRITE:
        rewrite(block, body)
    else:
        assert block.body == body
    assert len(lines) == TEN


def test_each_sort_of_reason_has_a_block() -> None:
    assert {block.info for block in blocks(PAGE, "text ")} == set(SHOWN)

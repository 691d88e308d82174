"""Articles a second, peak memory and each stage's share of the per-document half.

    python benchmarks/bench_read.py [--rounds 5] [--json FILE]

Two loads are timed in one run, so that their ratio compares like with like: the sample articles as they are, and
articles of about 600 words put together from the samples' paragraphs. Loading the tables and starting the HTML
worker are done before. Peak memory is this process's, tables included.
"""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from corroborate.clean.page import clean_page
from corroborate.ingest.inputs import find_inputs
from corroborate.ingest.page import read_page
from corroborate.model.document import Page
from corroborate.pipeline import Resources, open_resources
from corroborate.reading.read import read_document
from corroborate.resolve.ground import ground

SAMPLES = Path(__file__).parents[1] / "src" / "corroborate" / "data" / "samples"
WORDS = 600
STAGES = ("clean", "read", "ground")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table; times in milliseconds, `shares` in the order of STAGES."""

    load: str
    articles: int
    words: int
    median_ms: float
    p95_ms: float
    a_second: float
    ms_per_1000_words: float
    shares: tuple[float, ...]
    slowest: str


def sample_pages() -> list[Page]:
    """The sample articles as ingest reads them."""
    pages = [read_page(item)[0] for item in find_inputs([SAMPLES])[0]]
    return [page for page in pages if page is not None]


def long_pages(pages: Sequence[Page]) -> list[Page]:
    """Pages of about WORDS words each: a sample's own text, then paragraphs of the others in turn."""
    return [_long_page(page, pages[number + 1 :] + pages[:number]) for number, page in enumerate(list(pages))]


def _long_page(page: Page, others: Sequence[Page]) -> Page:
    paragraphs = page.text.rstrip().split("\n\n")
    for other in others:
        for paragraph in other.text.rstrip().split("\n\n"):
            if len(" ".join(paragraphs).split()) >= WORDS:
                return Page(f"long-{page.name}", "\n\n".join(paragraphs), page.given)
            paragraphs.append(paragraph)
    return Page(f"long-{page.name}", "\n\n".join(paragraphs), page.given)


def time_page(page: Page, resources: Resources) -> tuple[float, ...]:
    """Seconds of each stage for one page."""
    marks = [time.perf_counter()]
    document, _ = clean_page(page, resources.clean)
    marks.append(time.perf_counter())
    reading, _ = read_document(document, resources.reading)
    marks.append(time.perf_counter())
    ground(document, reading, resources.resolve)
    marks.append(time.perf_counter())
    return tuple(end - start for start, end in pairwise(marks))


def measure(load: str, pages: Sequence[Page], resources: Resources, rounds: int) -> Measured:
    """Every page `rounds` times."""
    timed = [(page, time_page(page, resources)) for _ in range(rounds) for page in pages]
    totals = [sum(stages) for _, stages in timed]
    words = sum(len(page.text.split()) for page, _ in timed)
    by_stage = [sum(stages[number] for _, stages in timed) for number in range(len(STAGES))]
    slowest, _ = max(timed, key=lambda item: sum(item[1]) / len(item[0].text.split()))
    return Measured(
        load=load,
        articles=len(timed),
        words=words // len(timed),
        median_ms=statistics.median(totals) * 1000,
        p95_ms=statistics.quantiles(totals, n=20)[-1] * 1000,
        a_second=len(timed) / sum(totals),
        ms_per_1000_words=sum(totals) / words * 1_000_000,
        shares=tuple(spent / sum(by_stage) for spent in by_stage),
        slowest=slowest.name,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    resources, pages = open_resources(), sample_pages()
    tables_mb = _peak_mb()
    loads = {"samples": pages, f"{WORDS} words": long_pages(pages)}
    for page in pages:
        time_page(page, resources)  # tables that fill on first use
    found = [measure(load, chosen, resources, options.rounds) for load, chosen in loads.items()]
    print("load        articles  words  median     p95        a second  per 1,000 words  ratio  shares, slowest a word")
    for line in found:
        shares = ", ".join(f"{name} {share:.0%}" for name, share in zip(STAGES, line.shares, strict=True))
        print(
            f"{line.load:10}  {line.articles:8}  {line.words:5}  {line.median_ms:6.1f} ms  {line.p95_ms:6.1f} ms"
            f"  {line.a_second:8.1f}  {line.ms_per_1000_words:12.1f} ms"
            f"  {line.ms_per_1000_words / found[0].ms_per_1000_words:5.2f}  {shares}; {line.slowest}"
        )
    print(f"peak memory {_peak_mb():.0f} MB, of which {tables_mb:.0f} MB before the first article (tables, imports)")
    if options.json:
        options.json.write_text(json.dumps([asdict(line) for line in found], indent=2) + "\n", encoding="utf-8")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

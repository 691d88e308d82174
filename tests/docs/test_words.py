"""What the pages speak of exists: commands, options, problem codes, files, headings."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest

from corroborate.cli.app import VERBS, cli
from corroborate.cli.problems import meanings

from .pages import DOCS, LINK, ROOT, all_pages, anchors, blocks, own_pages, prose

README = ROOT / "README.md"
# Words of a workplace, not of the project.
FORBIDDEN = re.compile(
    r"\b(?:session|sessions|subagent|sub-agent|chatbot|prompt|prompts|sandboxed|LLM agent|AI agents?|agents)\b"
    r"|/(?:work|root|tmp|home)/|\.\./shared|(?:^|[^.\w])shared/",
    re.IGNORECASE,
)
ADDRESSES = {"github.com", "www.geonames.org", "creativecommons.org"}
COMMAND = re.compile(r"\bcorroborate ((?:[a-z]+)(?: [^`\n·#]*)?)")


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert [link for link in LINK.findall(prose(page)) if not leads_somewhere(page, link)] == []


@pytest.mark.parametrize("page", own_pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_and_options_exist(page: Path) -> None:
    assert [line for line in commands_in(page) if wrong_in(line)] == []


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_pages_speak_of_the_project_only(page: Path) -> None:
    assert FORBIDDEN.findall(page.read_text(encoding="utf-8")) == []


def test_options_named_alone_belong_to_some_command() -> None:
    known = {option for verb in VERBS for option in options_of(verb)}
    named = {found for page in own_pages() for found in re.findall(r"`(--[a-z][a-z-]+)", prose(page))}
    assert sorted(named - known) == []


def test_every_verb_is_shown_at_work() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in own_pages())
    assert [verb for verb in VERBS if f"corroborate {verb}" not in text] == []


def test_every_problem_code_is_explained() -> None:
    text = (DOCS / "reference" / "problems.md").read_text(encoding="utf-8")
    assert [code for code in meanings() if f"| `{code}` |" not in text] == []


def test_problem_codes_in_the_pages_exist() -> None:
    shown = {
        code for page in own_pages() for code in re.findall(r"\[([a-z]+(?:-[a-z]+)+)\](?!\()", page.read_text("utf-8"))
    }
    assert sorted(shown - set(meanings())) == []


def test_the_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < 120


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [README]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        waiting += [target for link in LINK.findall(prose(page)) if (target := target_of(page, link)) is not None]
    assert [page.name for page in all_pages() if page not in reached] == []


def leads_somewhere(page: Path, link: str) -> bool:
    """Whether a link names a file of the project and a heading in it, or a known site."""
    if link.startswith("http"):
        return urlsplit(link).hostname in ADDRESSES
    target, anchor = target_of(page, link), link.partition("#")[2]
    return target is not None and (not anchor or anchor in anchors(target))


def target_of(page: Path, link: str) -> Path | None:
    """The file that a link in a page names; None for other sites and where there is none."""
    name = link.partition("#")[0]
    if link.startswith("http"):
        return None
    target = (page.parent / name).resolve() if name else page
    return target if target.exists() and target.is_relative_to(ROOT) else None


def commands_in(page: Path) -> Iterator[str]:
    """Each command line of the page: in blocks and in backticks."""
    for block in blocks(page):
        if block.info in ("console", "sh"):
            yield from (
                m[1] for m in COMMAND.finditer(re.sub(r"^(?!\$ |corroborate ).*\n", "", block.body, flags=re.M))
            )
    yield from (found[1] for code in re.findall(r"`([^`]+)`", prose(page)) if (found := COMMAND.fullmatch(code)))


def wrong_in(line: str) -> str | None:
    """What a command line names that does not exist: a verb or an option."""
    verb, *words = shlex.split(line)
    if verb not in VERBS:
        return verb
    return next((word for word in words if word.startswith("-") and word.split("=")[0] not in options_of(verb)), None)


def options_of(verb: str) -> frozenset[str]:
    """The options of a command, `--help` included."""
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    parameters = [parameter for each in (command, *inner) for parameter in each.params]
    return frozenset(name for parameter in parameters for name in parameter.opts) | {"--help", "-h"}

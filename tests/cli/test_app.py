"""The command as a whole: help, suggestions, how runs end."""

import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from corroborate import __version__
from corroborate.cli.app import VERBS, cli

from .conftest import Corroborate
from .reference import help_of


def command_of(verb: str) -> click.Command:
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    return command


def test_version_is_the_package_version(corroborate: Corroborate) -> None:
    assert corroborate("--version").out == f"corroborate {__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_its_line_two_examples_and_json(verb: str) -> None:
    command = command_of(verb)
    text = help_of(verb)
    assert command.short_help == VERBS[verb]
    assert VERBS[verb] in text
    assert text.count(f"  corroborate {verb}") >= 2
    assert "--json" in text


@pytest.mark.parametrize("verb", VERBS)
def test_each_option_is_explained_and_shows_its_default(verb: str) -> None:
    for parameter in command_of(verb).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.show_default or not isinstance(parameter.default, str), parameter.name


def test_a_mistyped_command_gets_the_nearest_name(corroborate: Corroborate) -> None:
    ended = corroborate("reprot")
    assert ended.code == 2
    assert "Did you mean 'report'?" in ended.err


def test_an_unknown_command_gets_the_list(corroborate: Corroborate) -> None:
    assert "There are: demo, read, add" in corroborate("qqqq").err


def test_a_mistyped_option_gets_the_nearest_name(corroborate: Corroborate) -> None:
    ended = corroborate("report", "--fromat", "text")
    assert ended.code == 2
    assert "--format" in ended.err


def test_a_reader_that_leaves_early_is_no_error(example: Path) -> None:
    code = f"from corroborate.cli.app import run; run(['export', '--ledger', {str(example)!r}])"
    script = f'{sys.executable} -c "{code}" | head -c 10; echo ${{PIPESTATUS[0]}}'
    ended = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("\n0\n") or ended.stdout.endswith("0\n")
    assert ended.stderr == ""


def test_help_starts_without_loading_the_stages(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom corroborate.cli.app import run\n"
        "try: run(['--help'])\nexcept SystemExit: pass\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'rich', 'sqlalchemy', 'trafilatura', 'jsonschema'}))"
    )
    before = time.perf_counter()
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ended.stdout.endswith("[]\n")
    assert time.perf_counter() - before < 3  # 0.1 s on an idle machine; what counts is what was not loaded


def test_a_bug_is_not_dressed_up_as_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    from corroborate.cli import report
    from corroborate.cli.app import run

    def broken(_path: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(report, "load_ledger", broken)
    with pytest.raises(ZeroDivisionError):
        run(["report"])


def test_an_interrupt_ends_with_130_and_says_that_work_is_kept(
    corroborate: Corroborate, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corroborate.cli import report

    def interrupted(_path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(report, "load_ledger", interrupted)
    ended = corroborate("report")
    assert ended.code == 130
    assert "What was finished is kept" in ended.err

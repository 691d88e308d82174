from pathlib import Path

import pytest

from corpus.variety import growth, lengths, main, plain, repeated


def test_phrases_count_once_a_story_and_only_between_stories() -> None:
    one = "They came at first light on Monday. They came at first light again."
    shared, different = repeated({"a": [one, one], "b": ["Nobody came at first light on foot."]})
    # a: 12 words, 8 runs of five; b: 7 words, 3 runs, one of them in a.
    assert shared == {("came", "at", "first", "light", "on"): 2}
    assert different == 8 + 3 - 1


def test_sentences_end_at_a_stop_or_with_their_line() -> None:
    assert lengths({"a": ['He left. "We know," she said.\nA short line\nMore']}) == [2, 3, 4]


def test_the_vocabulary_grows() -> None:
    words = " ".join(f"w{number % 1500}" for number in range(5000))
    assert growth({"a": [words]}) == {2000: 1500, 5000: 1500}


def test_plain_articles_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for story in ("a", "b"):
        (tmp_path / story).mkdir()
        (tmp_path / story / "x.txt").write_text(f"The {story} road was shut. It was shut at noon.", encoding="utf-8")
    assert set(plain(tmp_path)) == {"a", "b"}
    assert main(["--texts", str(tmp_path), "--gum", str(tmp_path / "none")]) == 0
    out = capsys.readouterr().out
    assert "2 stories, 2 articles, 20 words" in out
    assert "no GUM beside it" in out

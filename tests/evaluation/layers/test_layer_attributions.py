import pytest
from layered import both, said

from evaluation.layers import attributions as measures
from evaluation.score import Rates, Share

TEXT = "The mayor said the bridge fell. It was old, the mayor said later. Rain came. A nurse denied that."


def test_exact_and_overlapping_parts() -> None:
    # Gold: mayor's and nurse's. Ours has the mayor's alone, without "The" and with two letters more of content.
    gold = [said(TEXT, "the bridge fell", by="The mayor", cue="said"), said(TEXT, "that", by="A nurse", cue="denied")]
    ours = [said(TEXT, "the bridge fell. It", by="mayor", cue="said")]
    pair = both(TEXT, {"attributions": gold}, {"attributions": ours})
    assert measures.source_exact(*pair) == Rates(Share(0, 1), Share(0, 2))
    # "mayor" lies in gold wholly; of "Themayor" 5 of 8 letters are found, of "Anurse" none.
    assert measures.source_shared(*pair) == Rates(Share(1, 1), Share(5 / 8, 2))
    assert measures.cue_exact(*pair) == Rates(Share(1, 1), Share(1, 2))
    assert measures.content_exact(*pair) == Rates(Share(0, 1), Share(0, 2))
    # 13 of our 15 letters.
    assert measures.content_shared(*pair).precision.right == pytest.approx(13 / 15)
    # Content 13/15, source 5/8, cue whole: all half or more.
    assert measures.whole_attribution(*pair) == Rates(Share(1, 1), Share(1, 2))


def test_a_whole_attribution_needs_its_source() -> None:
    gold = [said(TEXT, "the bridge fell", by="The mayor", cue="said")]
    ours = [said(TEXT, "the bridge fell", cue="said")]
    pair = both(TEXT, {"attributions": gold}, {"attributions": ours})
    assert measures.whole_attribution(*pair) == Rates(Share(0, 1), Share(0, 1))


def test_what_both_sides_lack_agrees() -> None:
    gold = ours = [said(TEXT, "the bridge fell", cue="said")]
    assert measures.whole_attribution(*both(TEXT, {"attributions": gold}, {"attributions": ours})).value == 1


def test_the_outlets_own_voice_does_not_count() -> None:
    gold = [said(TEXT, "Rain came")]
    ours = [said(TEXT, "Rain came"), said(TEXT, "It was old")]
    pair = both(TEXT, {"attributions": gold}, {"attributions": ours})
    assert measures.content_exact(*pair).value is None
    assert measures.whole_attribution(*pair).value is None


def test_claims_of_one_speaker_with_one_cue_are_one_attribution() -> None:
    # Gold holds both sentences as one content in two pieces; ours are two claims of 13 and 8 letters.
    whole = said(TEXT, "the bridge fell", by="The mayor", cue="said")
    whole["content"] += said(TEXT, "It was old")["content"]
    ours = [said(TEXT, words, by="The mayor", cue="said") for words in ("the bridge fell", "It was old")]
    pair = both(TEXT, {"attributions": [whole]}, {"attributions": ours})
    assert measures.content_exact(*pair) == Rates(Share(1, 1), Share(1, 1))
    assert measures.whole_attribution(*pair) == Rates(Share(1, 1), Share(1, 1))


def test_what_was_set_aside_does_not_count() -> None:
    gold = {"attributions": [], "discard": [[0, TEXT.index(" It")]]}
    ours = {"attributions": [said(TEXT, "the bridge fell", by="The mayor", cue="said")]}
    assert measures.content_exact(*both(TEXT, gold, ours)).value is None  # type: ignore[arg-type]

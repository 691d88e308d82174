import pytest
from layered import both, spot

from evaluation.coreference import coreference
from evaluation.layers import entities as measures
from evaluation.layers.plain import classes_of
from evaluation.score import Rates, Share

TEXT = "The army of Kestria shelled Lemde with tanks. It said so; Kestria agreed."


def _pair() -> tuple[measures.Record, measures.Record]:
    """Gold in re3d's words: two organisations, a place, a weapon. Ours: one exact and right, one exact of another
    class, one shorter, and a thing, which is of no class."""
    gold = [
        spot(TEXT, "The army of Kestria", type="Organisation"),
        spot(TEXT, "Kestria", type="Location"),
        spot(TEXT, "Lemde", type="Location"),
        spot(TEXT, "tanks", type="Weapon"),
    ]
    ours = [
        spot(TEXT, "army of Kestria", type="state-forces"),
        spot(TEXT, "Kestria", type="state"),
        spot(TEXT, "Lemde", type="person"),
        spot(TEXT, "tanks", type="thing"),
    ]
    return both(TEXT, {"entities": gold}, {"entities": ours}, "re3d")


def test_spans_count_whatever_their_class() -> None:
    assert measures.spans_exact(*_pair()) == Rates(Share(2, 3), Share(2, 3))
    # Of "ThearmyofKestria" 13 of 16 letters are found.
    assert measures.spans_shared(*_pair()) == Rates(Share(3, 3), Share(2 + 13 / 16, 3))


def test_a_state_may_be_a_place() -> None:
    assert measures.classes_exact(*_pair()) == Rates(Share(1, 3), Share(1, 3))


def test_half_of_the_union_is_enough_for_the_class() -> None:
    # 13 of 16 letters: an organisation on both sides.
    assert measures.classes_half(*_pair()) == Rates(Share(2, 3), Share(2, 3))


def test_the_kind_is_compared_where_labels_are_our_own() -> None:
    gold = [spot(TEXT, "Kestria", type="state"), spot(TEXT, "Lemde", type="place")]
    ours = [spot(TEXT, "Kestria", type="state"), spot(TEXT, "Lemde", type="person")]
    assert measures.kinds_right(*both(TEXT, {"entities": gold}, {"entities": ours})) == Share(1, 2)


def test_chains_are_compared_by_their_mentions() -> None:
    # Gold: army+It, Kestria. Ours: It alone, Kestria, and the army without its article, which is found by half only.
    gold = [
        spot(TEXT, "The army of Kestria", type="state-forces", id="army"),
        spot(TEXT, "It", type="state-forces", id="army"),
        spot(TEXT, "Kestria", type="state", id="state"),
    ]
    ours = [
        spot(TEXT, "army of Kestria", type="state-forces", id="a"),
        spot(TEXT, "It", type="state-forces", id="a"),
        spot(TEXT, "Kestria", type="state", id="b"),
    ]
    pair = both(TEXT, {"entities": gold}, {"entities": ours})
    exact = coreference([frozenset("xi"), frozenset("k")], [frozenset("yi"), frozenset("k")])
    assert measures.chains_exact(*pair) == exact
    assert measures.chains_half(*pair).value == 1


def test_a_mention_without_a_chain_is_alone() -> None:
    entities = [spot(TEXT, "Kestria", type="state", id=None), spot(TEXT, "Lemde", type="place", id=None)]
    scores = measures.chains_exact(*both(TEXT, {"entities": entities}, {"entities": entities}))
    assert scores.ceaf.recall == Share(2, 2)


def test_only_what_was_checked_counts() -> None:
    gold = {"entities": [], "checked": [[0, TEXT.index(" with")]]}
    ours = {"entities": [spot(TEXT, "It", type="state"), spot(TEXT, "Lemde", type="place")]}
    assert measures.spans_exact(*both(TEXT, gold, ours)).precision == Share(0, 1)  # type: ignore[arg-type]


def test_a_label_that_the_table_lacks_is_named() -> None:
    with pytest.raises(ValueError, match=r"'gum'.*'Martian'.*classes\.csv"):
        classes_of("gum", "Martian")


def test_a_set_that_the_table_lacks_has_the_corpus_labels() -> None:
    assert classes_of("my-stories", "armed-group") == {"organisation"}

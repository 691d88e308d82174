"""Chains small enough to count by hand; the first example is that of Pradhan and others (2014), section 4."""

import itertools
import random

import pytest

from evaluation.coreference import Chain, bcubed_of_chains, best_assignment, ceaf, coreference, muc
from evaluation.score import Rates, Share


def chains(*letters: str) -> list[Chain]:
    return [frozenset(each) for each in letters]


KEY, RESPONSE = chains("abc", "defg"), chains("ab", "cd", "fghi")


def test_muc_counts_links() -> None:
    # Key: abc falls into ab|c (3-2=1 of 2 links), defg into d|e|fg (4-3=1 of 3). Response: ab 1 of 1, cd 0 of 1,
    # fghi into fg|h|i 1 of 3. So R = 2/5, P = 2/5.
    assert muc(KEY, RESPONSE) == Rates(precision=Share(2, 5), recall=Share(2, 5))


def test_bcubed_counts_mentions() -> None:
    # R: a and b 2/3 each, c 1/3, d 1/4, e 0, f and g 2/4 each: 35/12 of 7.
    # P: a and b 2/2 each, c and d 1/2 each, f and g 2/4 each, h and i 0: 4 of 8.
    rates = bcubed_of_chains(KEY, RESPONSE)
    assert (rates.precision, rates.recall.of) == (Share(4, 8), 7)
    assert rates.recall.right == pytest.approx(35 / 12)


def test_ceaf_gives_each_chain_one_other() -> None:
    # abc takes ab: 2*2/5 = 0.8. defg takes fghi: 2*2/8 = 0.5. cd is left. R = 1.3/2 = 0.65, P = 1.3/3 = 0.43.
    rates = ceaf(KEY, RESPONSE)
    assert [rates.recall.value, rates.precision.value] == pytest.approx([0.65, 1.3 / 3])


def test_the_value_is_the_mean_of_the_three() -> None:
    # F1: MUC 0.4; B3 of 1/2 and 35/84 = 5/11; CEAF of 0.65 and 13/30 = 0.52.
    assert coreference(KEY, RESPONSE).value == pytest.approx((0.4 + 5 / 11 + 0.52) / 3)


# Luo (2005), figure 1: the key 12345 | 67 | 89abc and two responses, with the figures of his table.
# Both: all 4+1+4 = 9 links of the key are there, 9 of the response's 10: MUC 2*9/19 = 0.947.
# (a) B3: R 1, P (5 + 2*2/7 + 5*5/7)/12 = 16/21. CEAF: 12345 with itself 1, 89abc with the long one 2*5/12 = 5/6:
#     11/6 of 3 in the key and of 2 in the response, F1 = 2*(11/6)/5.
# (b) B3: R 1, P (10*5/10 + 2)/12 = 7/12. CEAF: 12345 with the long one 2*5/15 = 2/3, 67 with itself 1: 5/3.
LUO = [
    (("12345", "6789abc"), 0.947, 0.865, 0.733),
    (("1234589abc", "67"), 0.947, 0.737, 0.667),
]


@pytest.mark.parametrize(("response", "links", "mentions", "entities"), LUO)
def test_the_examples_of_luo(response: tuple[str, ...], links: float, mentions: float, entities: float) -> None:
    scores = coreference(chains("12345", "67", "89abc"), chains(*response))
    assert [part.value for part in scores.parts] == pytest.approx([links, mentions, entities], abs=0.0005)


def test_single_mentions_have_no_links_but_are_chains() -> None:
    scores = coreference(chains("a", "b"), chains("a"))
    assert scores.muc.value is None
    assert (scores.bcubed.recall.value, scores.ceaf.recall.value) == (0.5, 0.5)


def test_documents_are_pooled_measure_by_measure() -> None:
    # Links: 2 of 5 and 1 of 1.
    total = coreference(KEY, RESPONSE) + coreference(chains("xy"), chains("xy"))
    assert total.muc.recall == Share(3, 6)


def test_nothing_on_either_side_has_no_value() -> None:
    assert coreference([], []).value is None


def test_the_best_single_pairs_are_not_the_best_assignment() -> None:
    # 3 first would leave 0: 3. The other way round 2 + 2 = 4.
    assert best_assignment([[3, 2], [2, 0]]) == 4


@pytest.mark.parametrize(("rows", "columns"), [(1, 4), (3, 3), (4, 2), (4, 5)])
def test_assignments_are_as_good_as_trying_all(rows: int, columns: int) -> None:
    chance = random.Random(7)  # noqa: S311 - made-up weights
    for _ in range(30):
        weights = [[chance.choice((0, 1, 2, 5, 0.5)) for _ in range(columns)] for _ in range(rows)]
        wide = weights if rows <= columns else [list(row) for row in zip(*weights, strict=True)]
        orders = itertools.permutations(range(len(wide[0])), len(wide))
        best = max(sum(row[at] for row, at in zip(wide, order, strict=True)) for order in orders)
        assert best_assignment(weights) == pytest.approx(best)

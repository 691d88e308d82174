"""Extended BCubed for items that belong to several clusters (Amigó, Gonzalo, Artiles and Verdejo 2009)."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.score import Rates, Share


@dataclass(frozen=True, slots=True)
class Item:
    """One thing with the clusters it belongs to: gold's and ours, either of which may be none."""

    gold: frozenset[str]
    ours: frozenset[str]


def bcubed(items: Sequence[Item]) -> Rates:
    """Extended BCubed precision and recall, each the mean over the items that have a cluster on its side.

    Multiplicity precision of two items that share clusters of ours: min(clusters shared, gold clusters shared) over
    clusters shared; of an item, the mean over all items that share a cluster of ours with it, itself included.
    Recall is the same with the sides changed. An item that gold has in no cluster is wrong in any of ours, and the
    other way round.
    """
    turned = [Item(item.ours, item.gold) for item in items]
    return Rates(_mean_precision(items), _mean_precision(turned))


def _mean_precision(items: Sequence[Item]) -> Share:
    clustered = [item for item in items if item.ours]
    return Share(sum(_precision(item, clustered) for item in clustered), len(clustered))


def _precision(item: Item, others: Sequence[Item]) -> float:
    shares = []
    for other in others:
        shared = len(item.ours & other.ours)
        if shared:
            shares.append(min(shared, len(item.gold & other.gold)) / shared)
    return sum(shares) / len(shares)

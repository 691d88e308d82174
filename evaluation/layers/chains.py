"""Chains of given event mentions over all documents of a set in one pool, no topic told."""

from collections.abc import Hashable, Sequence

from evaluation.chains.grouping import chains_of
from evaluation.chains.mentions import Pool, pool_of
from evaluation.chains.signs import load_scorer
from evaluation.coreference import Chain, Coreference, coreference
from evaluation.layers.measures import Measured
from evaluation.layers.plain import Plain

SAYS = """CoNLL (mean of MUC, BCubed, CEAF) of gold's event mentions over all documents in one pool: mention spans are
given, topics are not, names are the program's own reading; single mentions count."""


def measured_chains(records: Sequence[Plain]) -> tuple[Measured, ...]:
    """The score of a set whose mentions have chains across its documents (it has `checked` sentences); else none."""
    if not all("checked" in record for record in records):
        return ()
    return (Measured("chains", "gold mentions, one pool", scored(pool_of(records)), " ".join(SAYS.split())),)


def scored(pool: Pool) -> Coreference:
    """Our chains beside gold's; the whole pool is taken as one document."""
    gold: dict[str, set[Hashable]] = {}
    for place, mention in enumerate(pool.mentions):
        gold.setdefault(mention.chain, set()).add(place)
    ours: list[Chain] = [frozenset[Hashable](chain) for chain in chains_of(pool, load_scorer())]
    return coreference([frozenset(chain) for chain in gold.values()], ours)

"""Taking a judgement into a ledger."""

from collections.abc import Sequence

from corroborate import store as ledger_store
from corroborate.adding.cache import ReadingCache
from corroborate.adding.linking import mark_touched
from corroborate.model.judgement import Judgement
from corroborate.store import Store


def judge(store: Store, judgements: Sequence[Judgement]) -> int:
    """Keep judgements, and mark the stories that they touch as waiting, all in one transaction; how many were new.

    `settle` works those stories out again. The order in which judgements arrive changes nothing in what comes out.
    """
    cache = ReadingCache()
    with store.transaction() as connection:
        before = ledger_store.load_rulings(connection)
        new = sum(
            ledger_store.insert_judgement(connection, judgement, lambda name: cache.get(connection, name))
            for judgement in judgements
        )
        if new:
            mark_touched(connection, before)
    return new

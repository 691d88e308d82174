"""The whole ledger out of the store."""

import dataclasses
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, select

from corroborate.judging.problems import judgement_problems
from corroborate.judging.rulings import Rulings
from corroborate.model.ledger import Ledger
from corroborate.store.documents import check_documents
from corroborate.store.errors import UnsettledError
from corroborate.store.judgements import load_rulings
from corroborate.store.problems import list_problems, problem_order
from corroborate.store.schema import (
    anchor,
    counter,
    document_name,
    judgement,
    membership,
    old_reading,
    record,
    redirect,
)
from corroborate.store.seal import stream_rows
from corroborate.store.sqlite import check_pages
from corroborate.store.stories import story_ledgers, waiting_stories

Join = Callable[[Iterable[Ledger], Rulings], Ledger]


def export(connection: Connection, join: Join) -> Ledger:
    """Everything in the ledger, joined across stories, with all problems. Checks every row on the way.

    The caller settles waiting stories first (`adding.settle`). Raises UnsettledError where one still waits.
    """
    check(connection)
    if waiting_stories(connection):
        raise UnsettledError
    rulings = load_rulings(connection)
    joined = join(story_ledgers(connection), rulings)
    problems = {*joined.problems, *list_problems(connection), *judgement_problems(rulings)}
    return dataclasses.replace(
        joined,
        problems=tuple(sorted(problems, key=problem_order)),
        judgements=tuple(rulings.in_force.values()),
    )


def check(connection: Connection) -> None:
    """Raises DamagedRowError where a page, an index or a row is not what was written. Reads the whole file.

    Rows of stories and problems are not read twice: an export reads them itself, each against its seal.
    """
    if connection.dialect.name == "sqlite":
        check_pages(connection)
    check_documents(connection)
    for table in (document_name, membership, record, redirect, counter, judgement, anchor, old_reading):
        for _ in stream_rows(connection, select(table), table):
            pass

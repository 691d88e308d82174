"""Problems in the ledger, by what they came from."""

import dataclasses
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, select

from corroborate.model.codec import encode
from corroborate.model.ids import content_id
from corroborate.model.problem import Problem
from corroborate.store.documents import document_names, has_document
from corroborate.store.schema import problem
from corroborate.store.seal import pack, read_rows, unpack, write_rows


def replace_problems(connection: Connection, source: str, problems: Iterable[Problem]) -> None:
    """Keep the problems of one source (an input or a document) in place of those it had."""
    rows = {_problem_id(found): found for found in problems}
    query = select(problem).where(problem.c.source == source)
    known = {row["id"] for row in read_rows(connection, query, problem)}
    gone, fresh = sorted(known - rows.keys()), sorted(rows.keys() - known)
    for problem_id in gone:
        connection.execute(delete(problem).where(problem.c.source == source, problem.c.id == problem_id))
    new = [{"source": source, "id": problem_id, "problem": pack(rows[problem_id])} for problem_id in fresh]
    write_rows(connection, problem, new)


def list_problems(connection: Connection) -> tuple[Problem, ...]:
    """Every distinct problem, sorted. Those of a stored document bear its name, whichever file showed them."""
    return tuple(sorted(set(_problems(connection)), key=problem_order))


def problem_order(found: Problem) -> tuple[str, ...]:
    """A key that sorts problems though some fields are None."""
    fields = (found.document, found.name, found.stage, found.code, found.message)
    return (*(field or "" for field in fields), f"{found.count:012d}")


def _problems(connection: Connection) -> Iterator[Problem]:
    for row in read_rows(connection, select(problem), problem):
        found = unpack(row["problem"], Problem)
        if found.document is not None and has_document(connection, found.document):
            found = dataclasses.replace(found, name=document_names(connection, found.document)[0])
        yield found


def _problem_id(found: Problem) -> str:
    return content_id("problem", encode(found).decode())

"""What a fixture of an old ledger has to hold still after every migration."""

import hashlib
import json

from sqlalchemy import func, select

from corroborate.store import Store, list_documents, list_judgements, list_problems, schema, story_ledgers

TABLES = (
    "document", "document_name", "document_key", "membership", "story", "record", "problem", "redirect", "judgement",
    "anchor", "old_reading",
)  # fmt: skip


def ledger_facts(store: Store) -> dict[str, object]:
    """Rows of each table, a hash of texts, names, claims, events and problems, and what people said.

    Not of whole records: a field that a later version adds to them is no loss.
    """
    with store.transaction() as connection:
        rows = {
            name: connection.execute(select(func.count()).select_from(schema.metadata.tables[name])).scalar_one()
            for name in TABLES
        }
        ledgers = tuple(story_ledgers(connection))
        content = [
            [[line.id, line.names, line.story] for line in list_documents(connection)],
            [[document.id, document.text] for ledger in ledgers for document in ledger.documents],
            [[claim.id, claim.text, claim.stance] for ledger in ledgers for claim in ledger.claims],
            [[event.id, event.title] for ledger in ledgers for event in ledger.events],
            [[problem.code, problem.name] for problem in list_problems(connection)],
        ]
        judgements = [[made.id, made.why] for made in list_judgements(connection)]
    return {"rows": rows, "judgements": judgements, "content": hashlib.sha256(json.dumps(content).encode()).hexdigest()}

"""Adding articles to a ledger, one after the other, so that each one touches its own story only.

`add` takes the inputs in, `judge` what people say of them, `settle` reconciles the stories that wait, `export_ledger`
gives the whole ledger out.
What a document or a story costs is decided by the `Work` that is handed in: the functions of the pipeline.
"""

from corroborate.adding.add import add, export_ledger, open_settled, settle
from corroborate.adding.interrupt import stop_on_interrupt
from corroborate.adding.judgements import judge
from corroborate.adding.work import AddResult, Input, Progress, Work

__all__ = [
    "AddResult",
    "Input",
    "Progress",
    "Work",
    "add",
    "export_ledger",
    "judge",
    "open_settled",
    "settle",
    "stop_on_interrupt",
]

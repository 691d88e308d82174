"""The records that travel between stages: frozen, with slots, made from text with its spans.

`ledger` holds what comes out (the contract); `document`, `reading` and `grounded` what the per-document
half hands on; `interval`, `quantity`, `problem`, `span` and `ids` what they all share; `codec` writes and
reads every one of them as JSON.
"""

"""The rules that every ledger keeps, one small function each; `corroborate.export.check` runs them."""

"""Measures that compare one ledger with another, and the command that prints them.

    python -m evaluation.compare GOLD_DIR...

Not shipped with the package: it reads ledgers through the package's records and adds nothing to it.
"""

"""How the tables of a ledger came to be: one revision after the other, never changed once released."""

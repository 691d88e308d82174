"""corroborate: many accounts of violent events, one ledger of who claims what."""

__version__ = "0.1.0"

"""Rules about names: aliases are names that some document has."""

import re
from collections.abc import Iterator

from corroborate.export.checks.index import Fault, Index
from corroborate.model.ledger import Actor, Place

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "who", "which", "that"})
SPACE = re.compile(r"\s+")


def aliases_are_names(index: Index) -> Iterator[Fault]:
    """An alias has no article before it, is no pronoun, has plain spaces, and stands once."""
    for record in _named(index):
        for alias in record.aliases:
            # "US" and "WHO" are names: only what is not all capitals can be a pronoun.
            pronoun = alias.casefold() in PRONOUNS and (len(alias) == 1 or not alias.isupper())
            if pronoun or alias.casefold().startswith("the "):
                yield record.id, f"alias {alias!r} is a pronoun or begins with an article"
            if alias != SPACE.sub(" ", alias).strip():
                yield record.id, f"alias {alias!r} has white space other than single spaces inside"
        if len(set(record.aliases)) < len(record.aliases):
            yield record.id, "has an alias twice"


def aliases_are_met(index: Index) -> Iterator[Fault]:
    """Every alias stands in some mention of its actor or place."""
    for record in _named(index):
        words = [SPACE.sub(" ", mention.text) for mention in record.mentions]
        for alias in record.aliases:
            if not any(alias in text for text in words):
                yield record.id, f"alias {alias!r} stands in none of its mentions"


def _named(index: Index) -> tuple[Actor | Place, ...]:
    return (*index.ledger.actors, *index.ledger.places)

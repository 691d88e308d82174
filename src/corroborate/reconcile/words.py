"""Closed sets of words that the grammar asks for, each with what it is for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Used in slots.py.
NO_HEADS = _words("""
    the a an its their his her our your this that these those some several many two three four five
""")

# Used in slots.py.
STOPS = _words("of in at on near with for from that which who belonging used held by and")


# Endings of verbs and nouns of one act, the longest first: "shelled", "shelling".
_ENDINGS = ("ings", "ing", "ers", "ed", "er", "es", "s", "d", "e")
_SHORTEST_STEM = 3


def stem(word: str) -> str:
    """A trigger without its ending, for telling whether two are of one word; no dictionary form."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word

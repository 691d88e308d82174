"""Closed sets of words that the grammar asks for, each with what it is for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Used in slots.py.
NO_HEADS = _words("""
    the a an its their his her our your this that these those some several many two three four five
""")

# Used in slots.py.
STOPS = _words("of in at on near with for from that which who belonging used held by and")

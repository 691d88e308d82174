"""Closed sets of words that the grammar asks for, each with what it is for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Used in slots.py.
NO_HEADS = _words("""
    the a an its their his her our your this that these those some several many two three four five
""")

# Used in slots.py.
STOPS = _words("of in at on near with for from that which who belonging used held by and")


# Used in titles.py: words that open a phrase and are written small inside a sentence.
DETERMINERS = _words("the a an this that these those some several many few both all every each other another")
COUNTS = _words("""
    two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands more than over nearly
    about around least at almost up to some of
""")
# Used in titles.py: nouns that name nothing that was hit: "fired into the air", "struck two times".
NO_TARGETS = _words("air time times")
# Used in titles.py: what opens a phrase that says outside its sentence nothing, or that is no phrase of a target.
NO_TITLE = _words("""
    whoever them it him her us everyone everybody anyone those he she they we you i its their his our your my year-old
    of from in on at by near with for against to struck hit not
""")
# Used in titles.py: words by which one side calls the other. A target so named is a claim, and no title takes it over.
LABELS = _words("terrorist terrorists terror extremist extremists mercenary mercenaries traitors bandits")


# Endings of verbs and nouns of one act, the longest first: "shelled", "shelling".
_ENDINGS = ("ings", "ing", "ers", "ed", "er", "es", "s", "d", "e")
_SHORTEST_STEM = 3


def stem(word: str) -> str:
    """A trigger without its ending, for telling whether two are of one word; no dictionary form."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word

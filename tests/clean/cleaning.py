"""What the tests of cleaning share: the shipped knowledge, and a document made from text."""

from functools import lru_cache
from importlib import resources

from corroborate.clean.knowledge import CleanKnowledge, load_clean_knowledge
from corroborate.clean.page import clean_page
from corroborate.model.document import Document, Metadata, Page


@lru_cache(maxsize=1)
def shipped_knowledge() -> CleanKnowledge:
    """The tables that the package ships."""
    return load_clean_knowledge(lambda name: (resources.files("corroborate.data") / name).read_text("utf-8"))


def cleaned(text: str, **given: str) -> Document:
    """The document of a plain text with the given metadata."""
    return clean_page(Page("test.txt", text, Metadata(**given)), shipped_knowledge())[0]


def kinds_of(document: Document) -> dict[str, str]:
    """Furniture text to kind."""
    return {document.text[piece.start : piece.end]: piece.kind for piece in document.furniture}

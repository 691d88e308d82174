"""How much one file may ask for before it is given up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file. Past them the file is given up with a Problem, and the run goes on.

    `size_bytes`: the longest articles known have 1 MB; pages with inlined pictures reach 15 MB.
    `html_seconds`: an ordinary page takes 0.05 s; 50,000 paragraphs took 6 s.
    `html_memory_bytes`: address space of the parsing process, of which its libraries take 200 MB.
    `tag_attributes`: parsing time grows with the square of a tag's attributes (50,000 took 11 to 21 s);
    tags with more than these are read without attributes.
    `tree_depth`: trafilatura's parser drops text nested 255 deep without a word.
    """

    size_bytes: int = 20_000_000
    html_seconds: float = 30.0
    html_memory_bytes: int = 1_073_741_824
    tag_attributes: int = 500
    tree_depth: int = 250


DEFAULT_LIMITS = Limits()

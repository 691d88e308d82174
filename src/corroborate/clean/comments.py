"""Where an article ends and its readers' comments begin."""

import re

from corroborate.clean.blocks import Block

# "12 comments", "5 thoughts on ...", "Leave a reply": the head of the section. Above an article such a line
# only links to it.
HEAD = re.compile(
    r"\W*(?:\d[\d,.]* )?(?:comments?|responses?|repl(?:y|ies)|thoughts?)\b(?: ?\(\d+\)| ?\d+| (?:on|to)\b.{2,150})?\W*$"
    r"|(?:leave|post|add|write) (?:a|your) (?:reply|comment)\W*$|(?:join|start) the (?:conversation|discussion)\W*$",
    re.IGNORECASE,
)
# "Hanne says:", "bodo_k: ...", "anna77 · 3 hours ago": a reader speaks. Names in an article are no log-in names.
SPEAKER = re.compile(
    r".{2,40} (?:says|said|wrote) ?:$|(?=[a-z]|\w*[_\d])[\w.-]{3,25} ?: |"
    r"(?:.{2,40}[,·|-] ?)?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago$"
)
# The head stands below a paragraph of this many words: menus and links stand above.
PARAGRAPH = 12


def below_comments(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The blocks below the head of the comments; none where no reader is seen to speak there."""
    told = False
    for number, block in enumerate(blocks):
        if told and HEAD.match(block.head):
            below = range(number + 1, len(blocks))
            if any(SPEAKER.match(blocks[i].head) for i in below[:2]):
                return frozenset(below)
        told = told or (block.words >= PARAGRAPH and block.closed)
    return frozenset()

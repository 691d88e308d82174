"""The corpus: invented stories told by several outlets, with gold for who says what, through whom, and how many lines.

`marks` reads the marks of a line, `article` a marked article, `story` a whole story; `ledger` turns a story into the
contract's records and `training` into plain lists; `check`, `convert`, `view`, `agreement` and `variety` are commands.
"""

"""What people say of the machine's work: made, attached to the words as they are read now, resolved, applied.

`making` writes a judgement, `attach` finds its words in a reading, `resolve` turns all judgements into rulings,
`grouping` and `locals` apply them where mentions are put together, `corrections` and `claims` to what came of them.
"""

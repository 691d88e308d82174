"""Chains of event mentions of any kind over many documents, where the mentions are given: the configuration for ECB+.

The program's own likeness of documents says which are compared at all, and its words and names are what mentions are
likened by; what the signs weigh is fitted for mentions of all kinds of events (training/mention_pairs.py), since the
program's own weights are for violent incidents that its reader found.
"""

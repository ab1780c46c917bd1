"""A playthrough: recorded, replayed, kept.

Owns: journal, entry, playthrough, dice, divergence, session, shelf, folder. Pure but for the last three and
``writing``, which touch files. Knows no YAML and no screen.
"""

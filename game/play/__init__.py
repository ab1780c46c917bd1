"""A playthrough: recorded, replayed, kept.

Owns: journal, entry, playthrough, dice, divergence, session, shelf. Pure but for ``shelf`` and ``session``, which touch
files. Knows no YAML and no screen.
"""

"""A playthrough: recorded, replayed, kept.

Owns: journal, entry, playthrough, dice, divergence, session, shelf, folder. Pure but for the last three and what
serves them (``reader``, ``listing``, ``writing``, ``titles``, ``profile``, ``housekeeping``), which touch files. Knows
no YAML and no screen.
"""

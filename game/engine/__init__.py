"""State + choice -> state + events. Pure: no file, no clock, no chance of its own (luck is an argument).

Owns: program (a story made ready), state, draft, step, event, offer, luck, site. Knows no YAML, no screen and no save.
"""

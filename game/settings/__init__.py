"""What a player has chosen: how wide, how fast, in which colours, with which keys.

Owns: settings, the table that describes each, where each was chosen, the file they are kept in. Knows no story, no
session and no screen.
"""

"""The game in Textual.

Owns: app, room (a screen), piece (a part of a page as drawn), row (an offer as drawn), theme, command. Draws pages;
never asks the engine, never reads YAML. Story text reaches a widget only through ``text``.
"""

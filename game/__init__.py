"""Narrow Sky: a game of choices in the terminal, and the story engine under it.

The rooms, from the top; each imports only from below:

* ``cli``     commands: arguments, one call, print, exit code
* ``tui``     the game in Textual; ``plain`` the game on bare input and output
* ``author``  the writer's desk: manual, editor's schema, first files, maps, counts
* ``view``    what a reader sees, before any screen
* ``play``    a playthrough: recorded, replayed, kept
* ``settings``  what a player has chosen
* ``engine``  state + choice -> state + events (pure); ``load`` YAML to a story
* ``model``   a story as a value
* ``expr``    the little language of conditions
* ``source``  the author's text, and what we say about it
* ``disk``    small files that come whole or not at all
"""

__version__ = "0.1.0"

"""The writer's desk: the manual, the schema for editors, new files, the map of a story, and its words counted.

It reads stories as their author does and says what it sees; it never plays one to the end and draws no screen. Words
of its own: *chapter* (of the manual), *kind* (of value), *chart* (the map), *door* (a way in from outside the scenes),
*way* (from one scene to another), *text* (one written piece and what it is for).
"""

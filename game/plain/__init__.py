"""The game on bare input and output: numbered choices, a ``>`` prompt, meters in words.

Made for screen readers and pipes.

Owns: the player and its commands. Draws pages with ``view``; opens nothing itself.
"""

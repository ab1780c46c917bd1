"""Judges of a whole story, pure: what an author should know about it that no single line shows.

Owns: lint rules, one a file, each a function from a story to its findings. An error that keeps a story from being
played is found by ``load``; what is found here is advice, and never given unless it is sure. And what is found out by
reading it through: ``explore`` for what can come, with its claims watched and readers who choose by themselves.
"""

"""Judges of style: one rule a file, each a function from a manuscript to its findings, all of them advice.

A rule that can not be sure is silent; what is so on one way through a text alone says which way.
"""

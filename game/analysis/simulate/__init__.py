"""What becomes of many readings: each counted by itself, all counts put together, and what they tell an author.

A *run* is one reading from the beginning; its luck is from the seed and its own number alone. A ``Tally`` is what was
counted in some runs: whole numbers only, so that any split of the work, put together in any order, gives the same.
Who does the work is not known here; a ``Task`` is a share of it.
"""

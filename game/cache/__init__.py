"""A throw-away copy of what a reading found out, so that the same story opens faster the next time.

Owns: entry, store. May be deleted at any time, and is believed only about the very bytes it was made from. Knows no
screen and no save.
"""

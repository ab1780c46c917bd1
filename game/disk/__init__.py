"""Small files that come whole or not at all.

Owns: replacing a file so that nobody ever sees half of it, paths as people write them. Knows nothing of what is in it.
"""

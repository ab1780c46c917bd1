"""YAML to a story. Never fails: returns a story, perhaps none, and the diagnostics.

Owns: source file, node, record (the schema of a section), census, reader. The one door to YAML is ``nodes``; the one
to files is ``files``; everything a key may be called stands in ``schema``. Never runs a story.
"""

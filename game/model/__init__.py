"""A story as a value: frozen, slotted, keyword-only; what an author wrote, with every name known and every span kept.

Owns: story, world, scene, storylet, choice, consequence, effect, prose, ending, codex. Knows no YAML and never runs.
"""

"""The author's text, and what we say about it.

Owns: span, diagnostic, code, suggestion, excerpt, clean text, limits. Knows no story, no YAML and no screen.
"""

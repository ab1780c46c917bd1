"""What a reader sees, before any screen: pages made of plain values.

Owns: page, block, gauge, transcript. Every face (Textual, plain text, replay, golden test) draws the same pages. Knows
no screen, no file and no YAML.
"""

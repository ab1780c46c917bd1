"""The little language of conditions and amounts: typed, side-effect free, bounded.

Owns: type, expression, scope. Text goes in; a checked tree and a compiled closure come out. Knows no story: what
names mean comes in as a ``Scope``, where values stand as slot numbers. Nothing is ever handed to ``eval``.
"""

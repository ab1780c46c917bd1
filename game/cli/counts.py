"""Whole numbers as arguments of commands."""

import argparse
from collections.abc import Callable

_MOST = 1 << 62


def count(least: int) -> Callable[[str], int]:
    """Return what reads a whole number from ``least``; thousands may be divided by commas or underscores."""

    def read(text: str) -> int:
        digits = text.replace(",", "").replace("_", "")
        if not (digits.isascii() and digits.isdecimal() and len(digits) < len(str(_MOST))) or int(digits) < least:
            raise argparse.ArgumentTypeError(f"a whole number from {least}, not `{text}`")
        return int(digits)

    return read

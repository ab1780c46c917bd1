"""Every kind of mistake that is planted."""

from planting.advice import ADVICE
from planting.names import KEYS, NAMES
from planting.sense import SENSE
from planting.shapes import SHAPES

KINDS = (*NAMES, *KEYS, *SHAPES, *SENSE, *ADVICE)

"""The keys that a flow has beside the story's own: what the engine keeps outside of its values."""

from game.expr.types import Key

MANY = 3
"""A plan that waits so often for one turn, or oftener, is not counted further."""
HAND = 9
"""No hand holds more."""


def due_plan(plan: str, turn: int) -> Key:
    """How often a plan waits for a turn."""
    return f"planned({plan} at {turn})"


def due_scene(scene: str, turn: int) -> Key:
    """Whether a scene waits for a turn."""
    return f"due({scene} at {turn})"


def waits(scene: str) -> Key:
    """Whether a scene waits for the next phase that brings scenes."""
    return f"waits({scene})"


def line_waits(line: str) -> Key:
    """Whether a line waits for the next phase that has room for it."""
    return f"line_waits({line})"


def in_hand(storylet: str) -> Key:
    """Whether a storylet lies in the tray, or comes next from it."""
    return f"hand({storylet})"


def queued(scene: str) -> Key:
    """Whether a planned scene is still to come in a phase."""
    return f"queued({scene})"


def on_date(scene: str) -> Key:
    """Whether a scene that comes by its date is still to come in a phase."""
    return f"on_date({scene})"


def left_over(scene: str) -> Key:
    """Whether a scene is still to come to which it led that others dealt with an envelope."""
    return f"left_over({scene})"


def on_offer(storylet: str) -> Key:
    """Whether a storylet was put on offer."""
    return f"offered({storylet})"


def until(promise: str) -> Key:
    """When a promise that was given comes due; 0 when none is."""
    return f"until({promise})"


def is_agenda(key: Key) -> bool:
    """Whether a key says what waits for a later turn."""
    return key.startswith(("planned(", "due("))


def is_hand(key: Key) -> bool:
    """Whether a key says that something lies in the tray."""
    return key.startswith("hand(")


def is_left_over(key: Key) -> bool:
    """Whether a key says that something is still to come that others' dealings led to."""
    return key.startswith("left_over(")

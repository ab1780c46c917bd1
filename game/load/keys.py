"""What one key of the format is, and a mapping of such keys: what every table of the format is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """One key: the kind of value, what it is for, and whether it must be there."""

    kind: str
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys; ``name`` reads in a sentence: ``a scene has no ...``."""

    name: str
    fields: Mapping[str, Field]
    required: Mapping[str, Field] = field(init=False)
    """The keys that must be there."""

    def __post_init__(self) -> None:
        """Look once which keys must be there; a record is read against thousands of mappings."""
        object.__setattr__(self, "required", {key: field for key, field in self.fields.items() if field.required})


def record(name: str, /, **fields: Field) -> Record:
    """Return a record with these keys.

    ``else`` and ``from`` are keys of the format and words of Python: a trailing underscore stands for them here.
    """
    return Record(name, {key.removesuffix("_"): value for key, value in fields.items()})

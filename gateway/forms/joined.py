"""Joined: two fields of a message that a person answers as one, such as the class and subject they teach."""

from dataclasses import dataclass

from gateway.forms.field import Option
from gateway.forms.plain import Given

MARK = "|"


@dataclass(frozen=True, kw_only=True)
class Joined:
    """One question `name` in the place of several `parts`; its answers read part|part."""

    name: str
    label: str
    parts: tuple[str, ...]
    options: tuple[Option, ...] = ()

    def split(self, given: Given) -> Given:
        """Return what was given with the parts in the place of the joined answer."""
        values = given.get(self.name, "").split(MARK, len(self.parts) - 1)
        apart = given.copy()
        if len(values) == len(self.parts):
            apart.update(dict(zip(self.parts, values, strict=True)))
        return apart


def joined_value(*parts: str) -> str:
    """Return the answer that stands for these parts."""
    return MARK.join(parts)

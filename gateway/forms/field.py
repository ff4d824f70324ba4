"""Field: one question of a form, with its words, what may be answered, what was answered and what is wrong with it."""

from dataclasses import dataclass

SHORT_LABEL = 8

@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer that may be chosen."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """`widget` is text, words (several of them), textarea, number, minutes, digits, date, time, code, password,
    new-password, radios, checkboxes, select or ranked (several selects, best first).

    `values` are as typed.
    """

    name: str
    widget: str
    label: str
    hint: str = ""
    longest: int | None = None
    options: tuple[Option, ...] = ()
    values: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the element that takes the focus; a group's first answer has the same."""
        return f"f-{self.name}"

    @property
    def value(self) -> str:
        """Return the one answer as typed."""
        return self.values[0] if self.values else ""

    @property
    def compact(self) -> bool:
        """Say whether the answers are short enough to stand in columns."""
        return len(self.options) > 1 and all(len(o.label) <= SHORT_LABEL and not o.hint for o in self.options)

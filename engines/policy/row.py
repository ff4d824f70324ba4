"""Row: one dated line of a norm: whom and when it covers, its value, and the clause it rests on."""

from dataclasses import dataclass
from datetime import date

from engines.policy.reach import Reach
from engines.policy.value import Value, as_codes, as_number


@dataclass(frozen=True, kw_only=True)
class Row(Reach):
    """Without `effective_to` it holds for good."""

    value: Value
    clause: str
    source: str
    effective_to: date | None = None

    @property
    def number(self) -> int:
        """Return the value of a norm that bounds a number."""
        return as_number(self.value)

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the value of a norm that bounds codes."""
        return as_codes(self.value)

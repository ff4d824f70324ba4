"""Judged: the rows of one sheet as far as they can be taken in, with every finding on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from services.directory.domain.roster.cell import Cell, Line
from services.directory.domain.roster.finding import Finding, Force
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.unreadable import Unreadable

Row = TypeVar("Row")
Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class Judged(Generic[Row]):
    """`rows` have no refusal against them; `lines` counts every row that speaks of somebody."""

    header: Header
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    lines: int


@dataclass(kw_only=True)
class Reader:
    """Reads the cells of one row; what cannot be read becomes a finding, and the value is None."""

    header: Header
    row: int
    line: Line
    findings: list[Finding] = field(default_factory=list)

    def cell(self, of: str) -> Cell:
        """Return a field's cell."""
        return self.header.cell(self.line, of)

    def says(self, of: str) -> bool:
        """Say whether anything stands in a field's cell."""
        return str(self.cell(of) or "").strip() != ""

    def read(self, of: str, how: Callable[[Cell], Value]) -> Value | None:
        """Return a field's value, None when it is refused."""
        try:
            return how(self.cell(of))
        except Unreadable as problem:
            self.refuse(of, problem.what, problem.remedy)
            return None

    def refuse(self, of: str, what: str, remedy: str) -> None:
        """The row is not taken in, because of this field."""
        self._find(of, what, remedy, Force.REFUSE)

    def warn(self, of: str, what: str, remedy: str) -> None:
        """The row is taken in, but somebody should look at this field."""
        self._find(of, what, remedy, Force.WARN)

    def _find(self, of: str, what: str, remedy: str, force: Force) -> None:
        place = self.header.column(of)
        self.findings.append(Finding(row=self.row, column=place, what=what, remedy=remedy, force=force))

    @property
    def good(self) -> bool:
        """Say whether nothing is refused."""
        return not any(finding.force is Force.REFUSE for finding in self.findings)

"""RosterBook: how one kind of roster is judged, planned, shown and taken in."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from contracts.actor import Role
from contracts.directory.roster import RosterMove
from contracts.directory.school import Stage
from services.directory.application.asker import asker
from services.directory.application.rosters.unit import RosterUnit
from services.directory.domain.roster.cell import Line
from services.directory.domain.roster.change import Change
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.column import Column
from services.directory.domain.roster.finding import Finding
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.judged import Judged
from services.directory.domain.roster.staff_plan import Importer
from services.directory.domain.roster.whole import Whole

GRADES = {Stage.PRIMARY: range(1, 7), Stage.JUNIOR: range(7, 10), Stage.BOTH: range(1, 10)}


class PlannedChange(Protocol):
    """What is done to one person."""

    @property
    def change(self) -> Change:
        """Return what it is."""


class Plan(Protocol):
    """What taking in a file would do."""

    @property
    def changes(self) -> Sequence[Any]:
        """Return what is done to each person."""

    @property
    def opened(self) -> Sequence[ClassKey]:
        """Return the classes that are new."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Return all that is the matter."""


class RosterBook(Protocol):
    """One kind of roster."""

    columns: tuple[Column, ...]
    required: frozenset[str]
    wanted: str

    def judge(self, lines: Sequence[Line], header: Header, today: date) -> Judged[Any]:
        """Return what a sheet says."""

    def plan(self, unit: RosterUnit, judged: Judged[Any], whole: Whole) -> Plan:
        """Return what taking it in would do at this moment."""

    def take_in(self, unit: RosterUnit, plan: Any) -> None:
        """Let it stand, and announce what is news."""

    def move(self, change: Any) -> RosterMove:
        """Return a change as people read it."""


def grades_of(unit: RosterUnit) -> range:
    """Return the grades that the asker's school teaches."""
    return GRADES[unit.stage()]


def classes_of(unit: RosterUnit) -> dict[ClassKey, str]:
    """Return the ids of the school's classes."""
    return {ClassKey(grade=one.grade, number=one.number): one.class_id for one in unit.classes()}


def importer_of(unit: RosterUnit) -> Importer:
    """Return who takes the file in."""
    actor = asker(unit)
    return Importer(person_id=actor.person_id, is_principal=Role.PRINCIPAL in actor.roles())

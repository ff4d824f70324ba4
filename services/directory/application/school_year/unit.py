"""NextYearUnit: what one transaction can reach that takes a school into its next year."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from contracts.directory.school import ClassOpened, PupilPlaced, StaffGranted
from services.directory.application.calendars.own_unit import CalendarUnit
from services.directory.application.rosters.unit import RosterUnit
from services.directory.domain.promotion import Promotion, StandingClass


class NextYearUnit(RosterUnit, CalendarUnit, Protocol):
    """The unit of directory, as the year's end sees it."""

    def present_year(self) -> int:
        """Return the school year in which the school's classes are."""

    def standing_classes(self) -> tuple[StandingClass, ...]:
        """Return the classes of the present year, by grade and number."""

    def unplaced_pupils(self) -> int:
        """Return how many pupils have not left and are in no class."""

    def keep_year_asked(self, year: int, job_id: str) -> None:
        """Let this be the actor's job that begins the year; a year that has begun keeps its own."""

    def year_job(self) -> str | None:
        """Return the job by which the actor has last begun a year, or wanted to."""

    def keep_year_begun(self, year: int) -> None:
        """Let the year have begun."""

    def close_classes(self, last_day: date) -> Sequence[ClassOpened]:
        """Let the open classes have this last day; return them as they stand now."""

    def open_next(self, going_on: Sequence[Promotion], year: int, first_day: date) -> Sequence[ClassOpened]:
        """Let a class of the new year continue each of these; return the new ones."""

    def move_up(self) -> Sequence[PupilPlaced]:
        """Let every pupil of a closed class be in the one that continues it, seat and all; return where they are."""

    def graduate(self, left_on: date) -> Sequence[PupilPlaced]:
        """Let every pupil of a closed class that nothing continues have left on this day; return them."""

    def staff_moves_up(self, closed: Collection[str]) -> Sequence[StaffGranted]:
        """Let whoever holds something in a closed class, or will, hold it in the one that continues it, or no longer.

        Return all that each of them holds now.
        """

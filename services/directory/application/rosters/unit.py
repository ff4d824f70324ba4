"""RosterUnit: what one transaction can reach that reads a school for a roster, or takes one in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from contracts.directory.school import Stage
from contracts.job import JobAsk, JobStatus
from services.directory.application.rosters.kept import KeptGuardians, KeptPupil, KeptRoster, NewPerson
from services.directory.application.unit import Unit
from services.directory.domain.roster.standing import KnownPerson, StandingColleague, StandingPupil


class RosterUnit(Unit, Protocol):
    """The unit of directory, as rosters see it."""

    today: date

    def ask_job(self, ask: JobAsk, *, input_file_id: str | None = None) -> str:
        """Let a job wait for its turn if the transaction stands; return its id. Raises InvalidRequest."""

    def job(self, job_id: str) -> JobStatus | None:
        """Return how far a job of the asker is."""

    def keep_roster(self, roster: KeptRoster) -> None:
        """Let a roster be known."""

    def roster(self, roster_id: str, *, hold: bool = False) -> KeptRoster | None:
        """Return a roster of the asker's; with `hold` nobody else changes it before the end."""

    def keep_checked(self, roster: KeptRoster) -> None:
        """Let this be what a check found."""

    def keep_taking_in(self, roster_id: str, job_id: str) -> None:
        """Let this be the job that takes the roster in."""

    def hold_school(self) -> None:
        """Until the end nobody else takes anything in here."""

    def stage(self) -> Stage:
        """Return which grades the school has."""

    def known_people(self, phones: Sequence[str]) -> Mapping[str, KnownPerson]:
        """Return those of the district to whom these numbers belong, by number."""

    def numbered_pupils(self, numbers: Sequence[str]) -> Mapping[str, str]:
        """Return the ids of the pupils who have these student numbers, by number."""

    def standing_pupils(self) -> tuple[StandingPupil, ...]:
        """Return every child of the school, those who have left too."""

    def standing_staff(self) -> tuple[StandingColleague, ...]:
        """Return everyone of the staff, with what they hold."""

    def keep_new_people(self, people: Sequence[NewPerson]) -> None:
        """Let these people be known. Raises Conflict when a number has become somebody's meanwhile."""

    def keep_roster_pupils(self, pupils: Sequence[KeptPupil]) -> None:
        """Let these children stand as said."""

    def keep_roster_guardians(self, guardians: Sequence[KeptGuardians]) -> None:
        """Let these be all the guardians of these children, besides those who came by a page."""

    def guardian_ids(self, pupil_ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the guardians of pupils of this school in their order, by pupil."""

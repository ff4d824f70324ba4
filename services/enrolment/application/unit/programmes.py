"""Programmes: what a use case asks of what a school's office has planned for a term."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from contracts.enrolment.planned import Described
from contracts.enrolment.programme import Announced, AnnounceProgramme, Programme, TermPlan
from contracts.enrolment.session import WriteSession
from services.enrolment.application.unit.child import Standing
from services.enrolment.domain.kept_judgement import KeptJudgement


class Programmes(Protocol):
    """Programmes with their sessions and offerings; what the norms say of them is not kept."""

    def programmes(self) -> Sequence[TermPlan]:
        """Return every programme of the school, the latest term's first."""

    def programme(self, programme_id: str) -> Programme | None:
        """Return a programme, whole."""

    def take_programme(self, programme_id: str) -> Programme | None:
        """Return a programme that nobody else changes before this transaction ends; this counts as a change of it."""

    def programme_of_session(self, session_id: str) -> str | None:
        """Return the programme that a session belongs to."""

    def programme_of_offering(self, offering_id: str) -> str | None:
        """Return the programme that an offering belongs to."""

    def open_programme(self, plan: TermPlan, programme_id: str) -> bool:
        """Begin a programme; say no where the term has one."""

    def keep_session(self, session_id: str, said: WriteSession) -> None:
        """Let a session of the programme be so; it may be new."""

    def drop_session(self, session_id: str) -> None:
        """Let the session be no more."""

    def keep_offering(self, programme_id: str, offering_id: str, said: Described) -> None:
        """Let an offering of the programme be so; it may be new. Its capacity is never set below what is given."""

    def drop_offering(self, offering_id: str) -> None:
        """Let the offering be no more."""

    def asked_for(self, offering_id: str) -> bool:
        """Say whether any application has ever asked for it."""

    def hold_offering(self, offering_id: str) -> int:
        """Stop every other change of its places until this transaction ends; return how many are given."""

    def placed_in(self, offering_id: str, most: int) -> Sequence[str]:
        """Return the pupils who have a place in it, by id, as many as `most`."""

    def announce(self, ask: AnnounceProgramme, opens_at: datetime, under: KeptJudgement) -> None:
        """Let the programme be announced at this moment, by the actor."""

    def announced(self) -> Announced | None:
        """Return the programme that families may apply for, or that runs."""

    def standing_norms(self) -> Standing | None:
        """Return the norms over the school, and their editions; None until the nation's layer is known."""

    def grades_with_pupils(self) -> Sequence[int]:
        """Return the grades that any pupil of the school is in."""

    def staff_of_school(self) -> Collection[str]:
        """Return everybody who holds a post in the school."""

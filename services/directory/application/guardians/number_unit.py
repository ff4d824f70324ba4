"""NumberUnit: what one transaction of directory can reach of the numbers of guardians."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from services.directory.application.cards.card import Addressee
from services.directory.application.guardians.unit import GuardianUnit


@dataclass(frozen=True, kw_only=True)
class AskedNumber:
    """A number that somebody asks to have in the place of theirs."""

    request_id: str
    person_id: str
    phone: str
    asked_at: datetime
    expires_at: datetime


class NumberUnit(GuardianUnit, Protocol):
    """One open transaction that may change somebody's number."""

    def number_opens_anothers(self, person_id: str, phone: str) -> bool:
        """Say whether somebody else signs in by this number, in whatever district."""

    def keep_number(self, person_id: str, phone: str) -> None:
        """Let this be the person's number, and what they sign in by; cards that go by another are void."""

    def keep_asked_number(self, asked: AskedNumber) -> None:
        """Let a number be asked for, in the place of what the person asked before."""

    def asked_numbers(self) -> tuple[AskedNumber, ...]:
        """Return what guardians of this school's pupils ask for, the oldest first."""

    def take_asked_number(self, request_id: str) -> AskedNumber | None:
        """Return one of these and let it wait no longer."""

    def guardian_here(self, person_id: str) -> Addressee | None:
        """Return somebody who is a guardian of a pupil of this school."""

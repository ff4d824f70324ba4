"""Applications: what a use case asks of what families have handed in."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from contracts.enrolment.application import Application
from contracts.enrolment.part import ApplicationState
from services.enrolment.domain.wish import Wish


class Applications(Protocol):
    """Applications with their places and parts, `actions` still empty."""

    def submit(self, application: Application, wishes: Iterable[Wish]) -> bool:
        """Keep an application and what it asks for; say no, and keep nothing, while another of the child's is open."""

    def open_of(self, pupil_id: str, term: str) -> Application | None:
        """Return the child's open application of the term."""

    def application(self, application_id: str) -> Application | None:
        """Return an application."""

    def taken_in_hand(self, application_id: str) -> Application | None:
        """Return an application that nobody else can change until this transaction ends."""

    def taken_in_hand_each(self, application_ids: Sequence[str]) -> Sequence[Application]:
        """Return those of these applications that there are; nobody else changes them until this transaction ends."""

    def page(
        self, *, pupil_ids: Sequence[str], class_ids: Sequence[str], whole_school: bool, before: str | None
    ) -> tuple[Application, ...]:
        """Return 50 applications of these children or classes: undecided oldest first, then the others newest first.

        Of everybody if `whole_school`; beginning after the application `before`, where that now stands.
        """

    def ask_instead(self, application_id: str, kinds: Sequence[str], wishes: Iterable[Wish]) -> None:
        """Let the application ask for this, in place of what it asked for of these kinds."""

    def mark(self, application_id: str, state: ApplicationState) -> None:
        """Let the application stand so."""

    def mark_decided(self, application_id: str, state: ApplicationState, by: str, reason: str) -> None:
        """Let the application stand so by somebody's decision of this moment."""

    def follow(self, pupil_id: str, class_id: str) -> Sequence[str]:
        """Bring the pupil's open applications to the class they are in now, and return their ids; past terms' stay."""

    def running_of(self, pupil_id: str) -> Sequence[str]:
        """Return the ids of the pupil's open applications in terms that are not over."""

    def forget_applications(self, pupil_id: str) -> None:
        """Let no application of this pupil be kept, nor what any of them held or waited for."""

    def forget_answers(self, words: Collection[str]) -> None:
        """Let no answer to a key be kept in which one of these words stands."""

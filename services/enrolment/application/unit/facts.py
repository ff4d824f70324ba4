"""Facts: what a use case asks of what other houses have said."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from contracts.directory.calendar import CalendarPublished
from contracts.enrolment.stand_in import StandIn
from contracts.rulebook.norms import NormsPublished
from services.enrolment.application.unit.child import Child


class Facts(Protocol):
    """What this house keeps of others' facts; an older event never overwrites a later one."""

    def keep_class(self, class_id: str, grade: int, sequence: int) -> None:
        """Let the class have this grade."""

    def keep_pupil(self, pupil_id: str, class_id: str | None, sequence: int) -> bool:
        """Let the pupil be in this class, or in none; say whether that is news."""

    def keep_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the district's calendar."""

    def keep_own_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the school's own calendar; it holds before the district's."""

    def calendar(self) -> CalendarPublished | None:
        """Return the calendar of the school, its district's where it has none of its own, as it was announced."""

    def learn_layer(self, published: NormsPublished, sequence: int) -> None:
        """Keep an edition of a layer for ever; it stands if it is newer than what does. Raises UnknownMessage.

        That is for one that cannot be read, or is not of whoever announced it.
        """

    def keep_staff(self, grant_list_id: str, person_id: str, posts: Sequence[str], sequence: int) -> None:
        """Let the person hold these posts."""

    def keep_guardians(self, pupil_id: str, guardian_ids: Sequence[str], sequence: int) -> None:
        """Let these be the pupil's guardians."""

    def members(self, posts: Collection[str]) -> Mapping[str, frozenset[str]]:
        """Return who holds each of these posts; a post that nobody holds may be left out."""

    def holders_of(self, roles: Sequence[str]) -> frozenset[str]:
        """Return who holds any of these roles in the school, of whatever class or grade."""

    def posts_held(self, person_ids: Collection[str]) -> Sequence[str]:
        """Return every post that any of these people hold."""

    def stand_ins(self) -> Sequence[StandIn]:
        """Return what has been agreed on standing in, of past days too."""

    def keep_stand_in(self, agreed: StandIn) -> None:
        """Let this be what the person has agreed, instead of anything before."""

    def drop_stand_in(self, person_id: str) -> None:
        """Let nobody stand in for the person."""

    def child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class of this school."""

    def hold_child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class, and let nobody move them to another until this transaction ends."""

"""Unit: what one transaction of homework can reach."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from contracts.actor import Actor
from contracts.directory.school import ClassOpened
from contracts.event import Event
from contracts.rulebook.norms import NormsPublished
from engines.policy import Edition
from services.homework.domain.class_day import ClassDay, Minutes
from services.homework.domain.kept_verdict import Editions, KeptVerdict
from services.homework.domain.piece import Piece
from services.homework.domain.rulebook import Rulebook


class Unit(Protocol):
    """One open transaction inside one school. All of it stands afterwards, or nothing."""

    actor: Actor | None
    now: datetime
    today: date

    def new_id(self) -> str:
        """Return an identifier nobody has used before."""

    def emit(self, event: Event) -> None:
        """Promise an event: it goes out if, and only if, the transaction stands."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing."""

    def rulebook(self) -> Rulebook | None:
        """Return the norms over this school and its calendar; None until nation's layer and calendar are known."""

    def class_days(self, day: date, class_ids: Sequence[str] = ()) -> Sequence[ClassDay]:
        """Return the day of the named classes, or of every class, by grade and number; unknown classes are left out.

        So are classes of another school year, unless something was set for them on this very day.
        """

    def days_of(self, day: ClassDay, others: Sequence[date]) -> Sequence[ClassDay]:
        """Return other days of the same class, in the order in which they are named."""

    def add_minutes(self, class_id: str, day: date, change: Minutes, caps: Mapping[str, int]) -> bool:
        """Add to every counter of the day at once and say True, or change nothing and say False.

        False: some counter that grows would pass its cap, counting what every other transaction has added.
        """

    def piece(self, assignment_id: str) -> Piece | None:
        """Return a piece of this school."""

    def take_piece(self, assignment_id: str) -> Piece | None:
        """Return a piece of this school and hold it: nobody else changes it before this transaction ends."""

    def keep(self, piece: Piece) -> None:
        """Put a new piece on the board."""

    def restate(self, piece: Piece) -> None:
        """Let the piece stand as it now is, beside all that was ever said of it."""

    def pieces_on(self, day: date, class_ids: Sequence[str] = ()) -> Sequence[Piece]:
        """Return what the named classes, or all, have on a day, withdrawn pieces too; earliest published first."""

    def pieces_by(self, teacher_id: str, before: date | None = None) -> Sequence[Piece]:
        """Return what a teacher has set for days before this one, newest first: 50, and the rest of the last day."""

    def learn_class(self, opened: ClassOpened, sequence: int) -> None:
        """Keep what directory says of a class, if it is newer than what is kept."""

    def lineage(self, class_ids: Collection[str]) -> frozenset[str]:
        """Return these classes, and those of earlier years that they continue."""

    def learn_calendar(self, calendar_id: str, document: Mapping[str, Any], sequence: int, said_at: datetime) -> None:
        """Keep the district's calendar, if it is newer than what is kept."""

    def learn_own_calendar(
        self, calendar_id: str, document: Mapping[str, Any], sequence: int, said_at: datetime
    ) -> None:
        """Keep the school's own calendar, if it is newer than what is kept; it holds before the district's."""

    def learn_layer(self, published: NormsPublished, sequence: int) -> None:
        """Keep an edition of a layer for ever; it stands if it is newer than what does. Raises UnknownMessage.

        That is for one that cannot be read, or is not of whoever announced it.
        """

    def editions(self, wanted: Collection[Edition]) -> Editions:
        """Return what these editions say, as far as they are known here."""

    def keep_verdict(self, verdict: KeptVerdict) -> None:
        """Remember under which verdict a version of a piece was let through."""

    def verdicts_of(self, assignment_id: str) -> Sequence[KeptVerdict]:
        """Return the verdicts on a piece of this school, the first version's first."""

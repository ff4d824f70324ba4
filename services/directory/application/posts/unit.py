"""PostUnit: what one transaction of directory can reach of the posts of a school's staff."""

from collections.abc import Sequence
from typing import Protocol

from contracts.directory.school import Stage
from services.directory.application.cards.unit import CardUnit
from services.directory.application.posts.post import Dated, Holder


class PostUnit(CardUnit, Protocol):
    """One open transaction that may give or end a post."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing."""

    def hold_school(self) -> None:
        """Until the end nobody else gives or ends a post here, or takes anything in."""

    def stage(self) -> Stage:
        """Return which grades the school has."""

    def holders(self) -> tuple[Holder, ...]:
        """Return the staff of this school by name, each with what they hold and will hold."""

    def keep_posts(self, staff_id: str, posts: Sequence[Dated]) -> None:
        """Let this be all that a colleague holds and will hold."""

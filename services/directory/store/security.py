"""Security: from which day a school's staff need a second factor."""

from datetime import date

from plumbing.unit import Unit

_FROM = "SELECT second_factor_from FROM school WHERE school_id = qingfu.school()"
_KEEP = "UPDATE school SET second_factor_from = :day WHERE school_id = qingfu.school()"


class Securities(Unit):
    """What a school asks of its staff."""

    def second_factor_from(self) -> date | None:
        """Return from which day this school's staff need a second factor."""
        row = self.row(_FROM)
        return row.second_factor_from if row else None

    def keep_second_factor_from(self, day: date | None) -> None:
        """Let it be this day, or none."""
        self.run(_KEEP, day=day)

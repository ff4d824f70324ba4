"""Sweep: which rows of a table are forgotten, and when."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """A row goes once `over`, the moment when it was last needed, lies `kept` back; where that is empty, it stays.

    `key` and `over` are columns (or an indexed expression) that the sweeps' role may see; a `batch` is one statement.
    """

    table: str
    key: str
    over: str
    kept: timedelta
    every: timedelta = timedelta(hours=1)
    batch: int = 1000

    @property
    def statement(self) -> str:
        """Return what forgets one batch, the oldest first, of what was over `before`.

        The moment is asked for again outside: a row that was changed while the statement waited for it may stay.
        """
        is_over = f"{self.over} < %(before)s"
        oldest = f"SELECT {self.key} FROM {self.table} WHERE {is_over} ORDER BY {self.over} LIMIT {self.batch}"  # noqa: S608
        return f"DELETE FROM {self.table} WHERE ({self.key}) IN ({oldest}) AND {is_over}"  # noqa: S608 - declared by us

"""Row changes: a draft's norms after a row was written or ended; what has been in force is followed, not rewritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from engines.policy import Layer, Norm, Row, norm_from_plain, norm_to_plain
from services.rulebook.domain.draft import LayerUnreadable

_ONE_DAY = timedelta(days=1)
_HEADER = ("about", "measure", "bound", "unit")


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """What one change makes of a layer: `present` is what is in force, `drafted` what the draft says so far."""

    layer: Layer
    present: tuple[Norm, ...]
    drafted: tuple[Norm, ...]
    today: date

    def written(
        self, key: str | None, number: int | None, header: Mapping[str, Any], row: Mapping[str, Any]
    ) -> tuple[Norm, ...]:
        """Return the norms with the row, a plain document, in its place. Raises LayerUnreadable, NormUnreadable."""
        norm = self._norm(key) if key else None
        if norm is None:
            own = _free_key(self.drafted, header)
            return (*self.drafted, norm_from_plain({"key": own, "layer": str(self.layer), **header, "rows": [row]}))
        plain = norm_to_plain(norm)
        if any(str(plain[name]) != str(header[name]) for name in _HEADER):
            raise LayerUnreadable(f"“{norm.title}”看的是别的内容；要看别的，请另立一条规定。")
        (as_read,) = norm_from_plain({**plain, **header, "rows": [row]}).rows
        rows = self._with(norm, number, as_read)
        return self._put(norm, _document(norm, rows, header))

    def ended(self, key: str, number: int, last_day: date) -> tuple[Norm, ...]:
        """Return the norms with the row ending then; without it where it would never begin. Raises as above."""
        norm = self._norm(key)
        row = _row(norm, number)
        if row.effective_from <= last_day:
            rows = [replace(row, effective_to=last_day) if one is row else one for one in norm.rows]
        else:
            rows = [one for one in self._reopened(norm, row, None) if one is not row]
        return self._put(norm, _document(norm, rows, {}) if rows else None)

    def _with(self, norm: Norm, number: int | None, new: Row) -> list[Row]:
        if number is None:
            return [*norm.rows, new]
        old = _row(norm, number)
        if self._has_begun(norm, old) and old.effective_from < new.effective_from:
            place = norm.rows.index(old)
            closed = replace(old, effective_to=new.effective_from - _ONE_DAY)
            return [*norm.rows[:place], closed, new, *norm.rows[place + 1 :]]
        return [new if one is old else one for one in self._reopened(norm, old, new)]

    def _reopened(self, norm: Norm, old: Row, new: Row | None) -> list[Row]:
        """Return the rows; one that the draft has ended only for the sake of `old` now ends where `new` needs it to."""
        mine = {_beginning(row): row for row in self._rows_present(norm.key)}
        rows = []
        for row in norm.rows:
            present = mine.get(_beginning(row))
            if row is not old and present and row != present and row.effective_to == old.effective_from - _ONE_DAY:
                last = new.effective_from - _ONE_DAY if new else present.effective_to
                rows.append(replace(row, effective_to=last))
            else:
                rows.append(row)
        return rows

    def _has_begun(self, norm: Norm, row: Row) -> bool:
        known = {_beginning(present) for present in self._rows_present(norm.key)}
        return _beginning(row) in known and row.effective_from <= self.today

    def _rows_present(self, key: str) -> Sequence[Row]:
        return next((norm.rows for norm in self.present if norm.key == key), ())

    def _norm(self, key: str) -> Norm:
        found = next((norm for norm in self.drafted if norm.key == key), None)
        if found is None:
            raise LayerUnreadable(f"草案里没有“{key}”这一条规定，请看一下现在的草案。")
        return found

    def _put(self, norm: Norm, plain: Mapping[str, Any] | None) -> tuple[Norm, ...]:
        changed = norm_from_plain(plain) if plain else None
        return tuple(one for one in (changed if one is norm else one for one in self.drafted) if one is not None)


def _row(norm: Norm, number: int) -> Row:
    if number > len(norm.rows):
        raise LayerUnreadable(f"“{norm.title}”没有第 {number} 行，请看一下现在的草案。")
    return norm.rows[number - 1]


def _beginning(row: Row) -> Row:
    return replace(row, effective_to=None)


def _document(norm: Norm, rows: Sequence[Row], header: Mapping[str, Any]) -> dict[str, Any]:
    return {**norm_to_plain(replace(norm, rows=tuple(rows))), **header}


def _free_key(norms: Sequence[Norm], header: Mapping[str, Any]) -> str:
    taken, first = {norm.key for norm in norms}, f"{header['measure']}_{header['bound']}"
    return next(key for n in count(1) if (key := first if n == 1 else f"{first}_{n}") not in taken)

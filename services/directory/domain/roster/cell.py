"""Cell: one value of a sheet, as a reader of workbooks hands it over."""

from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | datetime | date | time | timedelta | None
Line = tuple[Cell, ...]

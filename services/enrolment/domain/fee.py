"""Fee: what a place costs a family: the fee of a term, or its share by the days on which the place was theirs (E15)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from engines.schooldays import SchoolCalendar


@dataclass(frozen=True, kw_only=True)
class Charge:
    """Places of an offering that begin and end alike, and whose term it is; `weekdays` are the place's own.

    `given_on` is absent for a place from before days were kept: it began with the term. `released_on` is absent while
    the place is held.
    """

    offering_id: str
    title: str
    fee_yuan: int
    weekdays: tuple[int, ...]
    first_day: date
    last_day: date
    given_on: date | None
    released_on: date | None
    places: int = 1

    @property
    def begins(self) -> date:
        """Return the first day of the term on which the place is theirs."""
        return max(self.given_on or self.first_day, self.first_day)

    @property
    def whole_term(self) -> bool:
        """Say whether the place is theirs all term long."""
        return self.released_on is None and self.begins == self.first_day


@dataclass(frozen=True, kw_only=True)
class Fee:
    """`yuan` is absent where nobody can say yet; `words` are the sum as a family can do it again."""

    yuan: int | None
    words: str


def fee_of(charge: Charge, calendar: SchoolCalendar | None) -> Fee:
    """Return what each of these places costs, in whole yuan, rounded down: in the family's favour.

    The fee is for all days of the term on which the place is used: school days that run by the timetable of one of its
    weekdays, swapped days (调休) as what they follow. Of those, the ones from the day it was given until the day before
    it was given up are paid for; a place that was never begun costs nothing.
    """
    full = charge.fee_yuan
    days = _days(charge, calendar)
    used = [day for day in days if _is_theirs(charge, day)]
    if charge.released_on is not None and (charge.released_on <= charge.begins or (days and not used)):
        return Fee(yuan=0, words=f"每学期 {full} 元，没有开始就退出了：应收 0 元")
    if charge.whole_term:
        return Fee(yuan=full, words=f"每学期 {full} 元，全学期：应收 {full} 元")
    if not days:
        return Fee(yuan=None, words=f"每学期 {full} 元，校历还没有写明这个学期的上学日，暂时算不出应收多少")
    yuan = full * len(used) // len(days)
    if charge.released_on is not None:
        return Fee(yuan=yuan, words=f"每学期 {full} 元，本学期 {len(days)} 次，已过 {len(used)} 次：应收 {yuan} 元")
    since = f"每学期 {full} 元，本学期 {len(days)} 次，从 {charge.begins} 起 {len(used)} 次：应收 {yuan} 元"
    return Fee(yuan=yuan, words=since)


def _days(charge: Charge, calendar: SchoolCalendar | None) -> Collection[date]:
    """Return every day of the term on which the place is used; none where the calendar does not know the term."""
    if calendar is None:
        return ()
    in_term = (day for day in calendar.school_days if charge.first_day <= day <= charge.last_day)
    return [day for day in in_term if calendar.timetable_weekday(day) in charge.weekdays]


def _is_theirs(charge: Charge, day: date) -> bool:
    return charge.begins <= day and (charge.released_on is None or day < charge.released_on)

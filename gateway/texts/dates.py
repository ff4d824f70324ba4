"""Dates and moments as people say them."""

from datetime import date, datetime

from plumbing.clock import SCHOOL_PLACE

WEEKDAYS = "一二三四五六日"
_NEAR = {-1: "昨天", 0: "今天", 1: "明天"}


def weekday(day: date) -> str:
    """周一 … 周日."""
    return f"周{WEEKDAYS[day.weekday()]}"


def weekday_name(number: int) -> str:
    """周一 … 周日, by the number of the day in its week."""
    return f"周{WEEKDAYS[number - 1]}"


def short_day(day: date) -> str:
    """11月23日 周一."""
    return f"{day.month}月{day.day}日 {weekday(day)}"


def full_day(day: date) -> str:
    """2026年11月23日 周一."""
    return f"{day.year}年{short_day(day)}"


def near_day(day: date, today: date) -> str:
    """今天, 明天, 昨天, or else the date."""
    return _NEAR.get((day - today).days) or short_day(day)


def day_of(instant: datetime) -> str:
    """2026年11月22日, where the schools are."""
    local = instant.astimezone(SCHOOL_PLACE)
    return f"{local.year}年{local.month}月{local.day}日"


def moment(instant: datetime) -> str:
    """11月22日 16:05, where the schools are."""
    local = instant.astimezone(SCHOOL_PLACE)
    return f"{local.month}月{local.day}日 {local:%H:%M}"

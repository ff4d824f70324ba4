"""Homework of the demo: four weeks up to yesterday, some for today and the next school day, never above a cap (H1)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from demo.chance import chance
from demo.people import District
from demo.pieces import Piece
from demo.plans import CARDS, CARDS_CLASS
from demo.setting import Setting
from demo.tasks import Task, reasons
from engines.schooldays import SchoolCalendar

_FOUR_WEEKS = timedelta(days=28)
_ONE_DAY = timedelta(days=1)
_COMING_SHARE = 0.5
_CORRECTED, _WITHDRAWN = 0.02, 0.03
_PREPARED = (
    ("语文", "written", "school", 20, "习作修改：给自己的习作换一个开头，再把开头一段写好"),
    ("数学", "written", "school", 15, "课本“练一练”第 1—4 题，做完自己检查一遍"),
    ("语文", "reading", "home", 15, "自由阅读一刻钟，记住一个想分享的情节"),
    ("体育", "exercise", "home", 20, "跳绳五组，每组一分钟，中间休息"),
)
"""What the cards' class has on its day: 35 written minutes, so that 25 of the 60 are left (H1)."""


def default_day(calendar: SchoolCalendar, today: date) -> date:
    """Return the day a teacher finds chosen: today if there is school, the next school day otherwise."""
    return today if calendar.is_school_day(today) else calendar.next_school_day(today)


def pieces(district: District, calendar: SchoolCalendar, today: date) -> Iterator[Piece]:
    """Yield every piece; a past day's come out the same whenever they are asked for."""
    past = [day for day in calendar.school_days if today - _FOUR_WEEKS <= day < today]
    for setting in _settings(district, {day: day for day in past}):
        yield from map(_changed_sometimes, setting.drawn(share=1.0))
    chosen = default_day(calendar, today)
    coming = sorted({chosen, calendar.next_school_day(today)})
    for setting in _settings(district, dict.fromkeys(coming, today - _ONE_DAY)):
        yield from _prepared(setting) if _is_the_cards(setting, chosen) else setting.drawn(share=_COMING_SHARE)


def _settings(district: District, days: dict[date, date]) -> Iterator[Setting]:
    """Yield every class on every day; `days` says when each day's work was put up."""
    for school in district.schools:
        for a_class in school.classes:
            for day, published_on in days.items():
                yield Setting(
                    district_id=district.district_id, school=school, a_class=a_class, day=day, published_on=published_on
                )


def _is_the_cards(setting: Setting, chosen: date) -> bool:
    a_class = setting.a_class
    return (setting.school.plan.key, (a_class.grade, a_class.number), setting.day) == (CARDS, CARDS_CLASS, chosen)


def _prepared(setting: Setting) -> Iterable[Piece]:
    for place, (subject, kind, where, minutes, text) in enumerate(_PREPARED):
        task = Task(
            subject=subject, grades=range(3, 4), kind=kind, place=where, minutes=range(minutes, minutes + 1), text=text
        )
        yield setting.piece(task, minutes, chance("prepared", place))


def _changed_sometimes(piece: Piece) -> Piece:
    """Return the piece as it stands: now and then corrected, or taken back."""
    luck = chance("changed", piece.assignment_id)
    drawn = luck.random()
    if drawn >= _WITHDRAWN:
        return piece
    state = "corrected" if drawn < _CORRECTED else "withdrawn"
    at = piece.published_at + timedelta(minutes=luck.randint(10, 60))
    return replace(piece, state=state, reason=luck.choice(reasons(state)), changed_at=at)

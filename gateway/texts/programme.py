"""What is said of a term's programme: hours, and where in it something was found."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from contracts.directory.district_calendar import SEASON_LABELS
from contracts.enrolment.hours import Hours
from contracts.enrolment.programme import Programme, Whereabouts
from contracts.enrolment.session import SESSION_LABELS
from gateway.language import one_sentence, phrase
from gateway.texts.classes import grade_name, numeral
from gateway.texts.dates import moment, short_day, weekday_name
from gateway.texts.labels import weekdays

_SEASONS = {str(season): label for season, label in SEASON_LABELS.items()}
_SESSIONS = {str(kind): label for kind, label in SESSION_LABELS.items()}
_ALL_SEASONS = 2


def hours(one: Hours) -> str:
    """15:30–17:00，最晚 18:00 接；夏季作息 15:30–17:30."""
    usual = phrase("{0}，最晚 {1} 接", span(one.starts_at, one.ends_at), clock(one.collect_by))
    if one.summer_starts_at is None and one.summer_ends_at is None and one.summer_collect_by is None:
        return usual
    summer = span(one.summer_starts_at or one.starts_at, one.summer_ends_at or one.ends_at)
    until = clock(one.summer_collect_by or one.collect_by)
    return phrase("{0}；夏季作息 {1}，最晚 {2} 接", usual, summer, until)


def span(starts_at: time, ends_at: time) -> str:
    """15:30–17:30."""
    return f"{clock(starts_at)}–{clock(ends_at)}"


def clock(at: time) -> str:
    """17:30."""
    return f"{at:%H:%M}"


def opening(opens_at: datetime, closes_on: date | None) -> str:
    """11月25日 19:00起报名，到12月9日 周三截止."""
    if closes_on is None:
        return phrase("{0}起报名", moment(opens_at))
    return phrase("{0}起报名，{1}截止", moment(opens_at), short_day(closes_on))


def state(one: Programme) -> str:
    """草稿…, or since when it is announced."""
    if one.opens_at is None:
        return "草稿，公布以前家长看不到"
    return phrase("已公布，{0}", opening(one.opens_at, one.closes_on))


def grades(numbers: Iterable[int]) -> str:
    """一年级、三年级; 一至六年级 where they follow each other."""
    known = sorted(set(numbers))
    if _in_a_row(known):
        return f"{numeral(known[0])}至{grade_name(known[-1])}"
    return "、".join(map(grade_name, known))


def days(numbers: Iterable[int]) -> str:
    """周一、周四; 周一至周五 where they follow each other."""
    known = sorted(set(numbers))
    return f"{weekday_name(known[0])}至{weekday_name(known[-1])}" if _in_a_row(known) else weekdays(tuple(known))


def fee(yuan: int) -> str:
    """免费, or so much a term."""
    return phrase("每学期 {0} 元", yuan) if yuan else "免费"


def whereabouts(where: Whereabouts, titles: Mapping[str, str]) -> str:
    """一至六年级，周四，冬季作息; what holds everywhere is not said."""
    offerings = "、".join(titles[one] for one in where.offering_ids if one in titles)
    if offerings:
        return offerings
    seasons = where.seasons if len(where.seasons) < _ALL_SEASONS else ()
    return one_sentence(
        grades(where.grades) if where.grades else "",
        "、".join(_SESSIONS.get(kind, kind) for kind in where.session_kinds),
        days(where.weekdays) if where.weekdays else "", "、".join(_SEASONS.get(one, one) for one in seasons),
    )


def _in_a_row(numbers: list[int]) -> bool:
    return len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))

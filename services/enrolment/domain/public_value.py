"""Public value: what decides a draw, in words that name one result only, and how it is written (engines.draw.form)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Named:
    """`source` says what, of which day, read in which order; `form` how each sign is written."""

    source: str
    form: str


_DOUBLE, _THREE_D = "double_colour_ball", "three_d_and_five"
_SOURCES: Mapping[str, tuple[Callable[[str], str], str]] = {
    _DOUBLE: (lambda day: f"中国福利彩票双色球，{day}开奖，红球从小到大，加号后是蓝球", "00 00 00 00 00 00 + 00"),
    _THREE_D: (lambda day: f"中国福利彩票3D和中国体育彩票排列五，{day}开奖，先3D后排列五", "000 00000"),
}


def round_name(term: str) -> str:
    """Return what the round of a term is called."""
    return f"{term} 社团"


def named(value: str, on: date) -> Named:
    """Return what decides."""
    source, form = _SOURCES[value]
    return Named(source=source(f"{on.year} 年 {on.month} 月 {on.day} 日"), form=form)

"""What codes are called on a page; a code that is not known yet is shown as it came."""

from contracts.enrolment.offering import WEEKDAY_LABELS
from contracts.homework.assignment import KIND_LABELS, PLACE_LABELS
from contracts.homework.board import Board
from gateway.texts.dates import WEEKDAYS

_NUMERALS = "一二三四五"
KINDS = {str(code): label for code, label in KIND_LABELS.items()}
PLACES = {str(code): label for code, label in PLACE_LABELS.items()}
DAY_KINDS = {"school_day": "上学日", "weekend": "周末", "holiday": "放假", "vacation": "假期"}
LAYERS = {"national": "国家规定", "district": "区县规定", "school": "本校规定"}
STATES = {"published": "已发布", "corrected": "已更正", "withdrawn": "已撤回"}
STATE_COLOURS = {"published": "green", "corrected": "yellow", "withdrawn": "grey"}


def kind(code: str) -> str:
    """书面, 口头·阅读, …"""
    return KINDS.get(str(code), str(code))


def place(code: str) -> str:
    """在校完成, 回家完成."""
    return PLACES.get(str(code), str(code))


def day_kind(board: Board) -> str:
    """上学日, 周末, …; a swapped day says whose timetable it takes: 上学日（按周四的课表）."""
    kind = DAY_KINDS.get(board.day_kind, "")
    return f"{kind}（按周{WEEKDAYS[board.follows_weekday - 1]}的课表）" if board.follows_weekday else kind


def rank(number: int) -> str:
    """第一志愿 … 第五志愿."""
    return f"第{_NUMERALS[number - 1]}志愿"


def weekdays(numbers: tuple[int, ...]) -> str:
    """周一、周三."""
    return "、".join(WEEKDAY_LABELS.get(n, str(n)) for n in sorted(numbers))

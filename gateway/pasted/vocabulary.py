"""Vocabulary: the words that a pasted table is read by; what is said of it stands elsewhere."""

import re
from collections.abc import Mapping, Sequence

from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.planned import SORT_LABELS

NAMES: Mapping[str, Sequence[str]] = {
    "title": ("名称", "项目", "项目名称", "社团", "社团名称", "课程", "课程名称"),
    "sort": ("类别", "类型", "项目类别", "项目类型"),
    "session": ("时段", "时间段"),
    "grades": ("年级", "面向年级", "适合年级", "招生年级", "对象", "招生对象"),
    "weekdays": ("星期", "周几", "星期几", "上课星期", "活动星期"),
    "capacity": ("名额", "人数", "人数上限", "招生人数", "计划人数", "限额"),
    "location": ("地点", "场地", "活动地点", "上课地点"),
    "lead": ("负责教师", "负责老师", "教师", "老师", "指导教师", "指导老师", "任课教师"),
    "cover": ("替补教师", "替补老师", "替补"),
    "fee": ("收费", "费用", "收费标准"),
}
"""What an office calls a column; what stands in brackets behind it does not matter."""
COLUMNS = {name: field for field, names in NAMES.items() for name in names}
NUMERALS = "一二三四五六七八九"
GRADES = {sign: place for place, sign in enumerate(NUMERALS, start=1)} | {str(n): n for n in range(1, 10)}
DAYS = {**{numeral: place for place, numeral in enumerate("一二三四五", start=1)}, **{str(n): n for n in range(1, 6)}}
WEEKEND = re.compile("[六日天七67]")
RANGE = re.compile("(.)(?:[-~—–至到]+)(.)")
LISTED = re.compile("[、,;/和及.]+")
OF_GRADES, OF_DAYS = re.compile("年级|年段|级|学生"), re.compile("每?(?:周|星期|礼拜)")
PLACES = re.compile(r"([0-9]{1,4})(?:\.0+)?(?:人|名|个)?")
YUAN = re.compile(r"[¥￥]?([0-9]{1,5})(?:\.0+)?元?(?:[/每一]*(?:生|人|学期|期))*")
A_DATE = re.compile(r"[0-9]{4}[-/年]|[0-9]+月[0-9]+日|[A-Za-z]{3}")
EVERY_DAY = ("每天", "每日", "天天")
WHOLE_SCHOOL = ("全校", "全部", "所有年级", "各年级", "全体")
SENIOR = {"初一": "七", "初二": "八", "初三": "九"}
_SORTS = {
    OfferingSort.BASIC_CARE: ("看护", "课后看护", "基础看护", "托管", "基础托管", "基本托管"),
    OfferingSort.CLUB: ("兴趣社团", "社团活动", "兴趣班", "兴趣小组"),
    OfferingSort.OUTDOOR_CLUB: ("户外", "户外活动"),
    OfferingSort.SUBJECT_HELP: ("辅导", "培优", "答疑"),
}
SORT_NAMES = {
    **{label: sort for sort, label in SORT_LABELS.items()},
    **{name: sort for sort, names in _SORTS.items() for name in names},
}
FREE = ("", "免费", "无", "不收费", "不收", "0", "-")


def sounds_like_care(title: str) -> bool:
    """Say whether a title is that of basic care."""
    return "看护" in title or "托管" in title


def without_title(name: str) -> str:
    """Return a name without 老师."""
    return name.removesuffix("老师").removesuffix("教师")

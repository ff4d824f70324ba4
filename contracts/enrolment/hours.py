"""Hours: when something of the after-school service begins and ends, and until when a child is collected."""

from datetime import time

from contracts.fields import LocalTime
from contracts.message import Message, of


def _at(label: str, hint: str = "") -> LocalTime:
    return LocalTime(metadata={"label": label, "hint": hint, "widget": "time"})


class Hours(Message):
    """All year, or in winter where summer (夏季作息) says something else; what summer does not name stays as it is."""

    starts_at: time = of(_at("开始时间"))
    ends_at: time = of(_at("结束时间"))
    collect_by: time = of(_at("最晚接走时间"))
    summer_starts_at: time | None = of(_at("夏季作息的开始时间", "不变就不填"), default=None)
    summer_ends_at: time | None = of(_at("夏季作息的结束时间", "不变就不填"), default=None)
    summer_collect_by: time | None = of(_at("夏季作息的最晚接走时间", "不变就不填"), default=None)

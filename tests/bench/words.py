"""What is said in the rpc bench: a draft of usual length and the judgement on it, the same bytes on both sides."""

from datetime import date

from contracts.homework.assignment import DayBudget, Draft, Judged, Kind, Place

_CLASS = "01938f6e-0000-7000-8000-000000000001"
DRAFT = Draft(
    class_id=_CLASS, subject="语文", day=date(2026, 12, 1), kind=Kind.READING, place=Place.SCHOOL, minutes=20,
    content="朗读第七课，把喜欢的句子读给同桌听",
)
JUDGED = Judged(
    findings=(),
    budget=DayBudget(
        class_id=_CLASS, day=DRAFT.day, used_minutes=35, limit_minutes=60, left_minutes=25,
        clause="小学三至六年级书面作业平均完成时间不超过60分钟。",
    ),
)


def asked():
    """Return what travels with the draft, plain."""
    return {"args": [DRAFT.dump()], "kwargs": {}}


def judged():
    """Return what travels back with the judgement, plain."""
    return {"result": JUDGED.dump(), "error": None}

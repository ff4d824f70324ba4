"""Fields of the day and of whom it is: the grade, and what kind of day."""

from engines.policy.about import About
from engines.policy.field import Code, Field, Number

DAY_KINDS = {"school_day": "上学日", "weekend": "周末", "holiday": "节假日", "vacation": "寒暑假"}
SEASONS = {"winter": "冬季", "summer": "夏季"}
_OF_A_GRADE = frozenset(About) - {About.NOTICE, About.TRAINING}

DAY: tuple[Field, ...] = (
    Number(name="grade", words="年级", abouts=_OF_A_GRADE, least=1, most=9),
    Code(
        name="day_kind", words="哪一类日子", labels=DAY_KINDS,
        abouts=(About.HOMEWORK, About.CARE, About.ROUTINE, About.TRAINING),
    ),
    Number(name="weekday", words="星期几", abouts=(About.HOMEWORK, About.CARE), least=1, most=7),
    Code(name="season", words="季节", labels=SEASONS, abouts=(About.HOMEWORK, About.CARE, About.ROUTINE)),
)

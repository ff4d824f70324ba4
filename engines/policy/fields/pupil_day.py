"""Fields of a pupil's day (O3), and of the messages that reach families in it (N4)."""

from engines.policy.about import About
from engines.policy.field import Codes, Field, Number
from engines.policy.unit import Unit

_CONTENTS = {"homework": "布置作业", "marks": "分数", "ranking": "排名", "pressure": "传导学习和作业压力"}
_PHONES = {"brought": "带手机进校园", "in_class": "带手机进课堂"}
_NOTICE, _ROUTINE = (About.NOTICE,), (About.ROUTINE,)
_A_DAY = 24 * 60


def _minutes(name: str, words: str) -> Number:
    return Number(name=name, words=words, abouts=_ROUTINE, least=0, most=_A_DAY, unit=Unit.MINUTES, choosable=True)


PUPIL_DAY: tuple[Field, ...] = (
    Codes(name="notice_contents", words="内容", abouts=_NOTICE, labels=_CONTENTS, choosable=True),
    Number(
        name="sent_at", words="发送时间", abouts=_NOTICE, least=0, most=_A_DAY - 1, unit=Unit.TIME, choosable=True
    ),
    _minutes("sleep_minutes", "每天睡眠"),
    _minutes("outdoor_minutes", "每天在校户外活动"),
    _minutes("sport_minutes", "每天校园体育活动"),
    _minutes("home_exercise_minutes", "每天校外锻炼"),
    _minutes("noon_reading_minutes", "每天午间阅读"),
    Number(
        name="homework_until", words="晚上做作业到", abouts=_ROUTINE, least=0, most=_A_DAY - 1, unit=Unit.TIME,
        choosable=True,
    ),
    Codes(name="phone_use", words="手机", abouts=_ROUTINE, labels=_PHONES, choosable=True),
)

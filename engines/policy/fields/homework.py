"""Fields of homework, of its review, its board and the exemption from it (H1–H11)."""

from engines.policy.about import About
from engines.policy.field import Code, Codes, Field, Number
from engines.policy.unit import Unit

PRACTICES = {
    "copying": "机械、重复抄写",
    "punitive": "惩罚性",
    "beyond_standard": "超出课程标准",
    "by_phone": "要用手机或微信群完成、打卡",
    "set_for_guardians": "需要家长来做",
    "marked_by_guardians": "需要家长检查批改",
    "printed_by_guardians": "需要家长打印",
    "self_marked": "学生自批自改",
    "in_recess": "占用课间或午休",
}
"""Ways of setting homework that rules speak about (H7)."""

KINDS = {
    "written": "书面",
    "reading": "口头·阅读",
    "inquiry": "科学探究",
    "exercise": "体育锻炼",
    "arts": "艺术欣赏",
    "labour": "劳动·社会实践",
}
"""Kinds of homework (H6)."""

PLACES = {"school": "在校完成", "home": "回家完成"}
_REVIEWERS = {"lesson_group": "备课组长", "grade_lead": "年级组长", "office": "教导处"}
_ON_THE_BOARD = {"subject": "学科", "content": "内容", "kind": "类型", "minutes": "分钟数", "total": "当天总量"}
_WEEKLY_ON = {"monday": "周一", "tuesday": "周二", "wednesday": "周三", "thursday": "周四", "friday": "周五"}

HOMEWORK: tuple[Field, ...] = (
    Code(name="kind", words="作业类型", abouts=(About.HOMEWORK, About.EXEMPTION), labels=KINDS, choosable=True),
    Code(name="place", words="在哪里完成", abouts=(About.HOMEWORK,), labels=PLACES, choosable=True),
    Code(name="subject", words="学科", abouts=(About.HOMEWORK, About.EXAM)),
    Codes(name="practices", words="布置方式", abouts=(About.HOMEWORK,), labels=PRACTICES, choosable=True),
    Codes(name="reviewed_by", words="审核人", abouts=(About.REVIEW,), labels=_REVIEWERS, choosable=True),
    Codes(name="board_shows", words="公示的内容", abouts=(About.BOARD,), labels=_ON_THE_BOARD, choosable=True),
    Code(name="board_weekly_on", words="周表公示日", abouts=(About.BOARD,), labels=_WEEKLY_ON, choosable=True),
    Number(
        name="exempted_days", words="一次免写的天数", abouts=(About.EXEMPTION,), least=0, most=31, unit=Unit.DAYS,
        choosable=True,
    ),
    Codes(name="exemption_papers", words="凭据", abouts=(About.EXEMPTION,), labels={"signature": "家长签字"}),
)

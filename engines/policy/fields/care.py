"""Fields of the after-school service: its hours, what is offered in them, and who gets a place (E3–E9, E15)."""

from engines.policy.about import About
from engines.policy.field import Code, Codes, Field, Number
from engines.policy.unit import Unit

SESSION_KINDS = {"morning": "早间", "noon": "午间", "after_school": "放学后", "late": "延时", "summer_care": "暑期托管"}
OFFERING_KINDS = {"basic_care": "基本看护", "club": "社团", "outdoor_club": "户外社团", "subject_help": "学科辅导"}
_PRACTICES = {
    "new_lessons": "讲新课", "whole_class_teaching": "集体教学", "lesson_extension": "作为课堂教学的延伸",
    "compulsory": "强制或变相强制学生参加",
}
_STAFF = {
    "own": "本校教师", "retired": "退休教师", "qualified": "具备资质的社会专业人员", "volunteer": "志愿者",
    "institution": "校外机构", "unqualified": "没有资质的人员",
}
_INSTITUTIONS = {"subject_training": "学科类", "off_white_list": "不在白名单", "unselected": "没有按规定程序遴选"}
_STEPS = {
    "guardian_application": "家长申请", "class_review": "班级审核", "school_review": "学校复核",
    "principal_approval": "校长审定", "arrangement": "学校统筹安排",
}
_PAPERS = {"application": "家长申请", "voluntary_agreement": "自愿服务协议书", "safety_agreement": "安全责任协议书"}
_GROUNDS = {
    "not_our_pupil": "不是本校学生", "placed_already": "同一时段已有安排", "withdrawn": "家长已撤回",
    "full": "名额已满", "unstated": "没有说明理由",
}
_GROUPS = {"left_behind": "留守儿童", "migrant": "进城务工人员随迁子女"}
_CARE, _OFFERING, _APPLICATION = (About.CARE,), (About.OFFERING,), (About.APPLICATION,)
_A_DAY = 24 * 60

_HOURS: tuple[Field, ...] = (
    Code(name="session_kind", words="服务时段", abouts=(About.CARE, About.OFFERING), labels=SESSION_KINDS),
    Number(
        name="service_minutes", words="每天课后服务时长", abouts=_CARE, least=0, most=_A_DAY, unit=Unit.MINUTES,
        choosable=True,
    ),
    Number(
        name="service_days", words="每周课后服务天数", abouts=_CARE, least=0, most=7, unit=Unit.DAYS, choosable=True
    ),
    Number(
        name="starts_at", words="开始时间", abouts=_CARE, least=0, most=_A_DAY - 1, unit=Unit.TIME, choosable=True
    ),
    Number(name="ends_at", words="结束时间", abouts=_CARE, least=0, most=_A_DAY - 1, unit=Unit.TIME, choosable=True),
    Number(
        name="minutes_before_off_work", words="比当地正常下班时间早", abouts=_CARE, least=0, most=_A_DAY,
        unit=Unit.MINUTES, at_zero="不早于当地正常下班时间结束",
    ),
    Number(
        name="club_lessons", words="每天社团活动", abouts=_CARE, least=0, most=20, unit=Unit.LESSONS, choosable=True
    ),
)
_OFFERED: tuple[Field, ...] = (
    Code(name="offering_kind", words="项目类型", abouts=(About.OFFERING, About.APPLICATION), labels=OFFERING_KINDS),
    Codes(name="offering_practices", words="做法", abouts=_OFFERING, labels=_PRACTICES, choosable=True),
    Codes(name="staff_kinds", words="服务人员", abouts=_OFFERING, labels=_STAFF, choosable=True),
    Codes(name="institution_faults", words="引进的机构", abouts=_OFFERING, labels=_INSTITUTIONS),
    Number(
        name="fee_yuan", words="每生每学期收费", abouts=_OFFERING, least=0, most=99_999, unit=Unit.YUAN,
        choosable=True, at_zero="不收费",
    ),
)
_APPLIED_FOR: tuple[Field, ...] = (
    Codes(name="approval_steps", words="审批环节", abouts=_APPLICATION, labels=_STEPS, choosable=True),
    Codes(name="papers", words="签订的材料", abouts=_APPLICATION, labels=_PAPERS, choosable=True),
    Codes(name="refusal_grounds", words="不予安排的理由", abouts=_APPLICATION, labels=_GROUNDS, choosable=True),
    Codes(name="served_first", words="优先安排的学生", abouts=_APPLICATION, labels=_GROUPS, choosable=True),
)
CARE: tuple[Field, ...] = (*_HOURS, *_OFFERED, *_APPLIED_FOR)

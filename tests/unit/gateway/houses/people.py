"""Who lives in the little school of these tests."""

from contracts.actor import Actor, Grant, Role
from contracts.directory.school import School, SchoolClass, Stage


def number(n: int) -> str:
    return f"00000000-0000-7000-8000-{n:012d}"


DISTRICT, SCHOOL_ID = number(1), number(2)
THREE_TWO, ONE_ONE, FIVE_ONE = number(32), number(11), number(51)
WANG, ZHAO, LI, CHEN, SUN, WU, QIAN, MA, HE = (number(n) for n in range(101, 110))
YIMING, YINUO, HAORAN = number(201), number(202), number(203)

SCHOOL = School(school_id=SCHOOL_ID, district_id=DISTRICT, code="xiangyang", name="向阳小学", stage=Stage.PRIMARY)
CLASSES = (
    SchoolClass(class_id=ONE_ONE, grade=1, number=1, name="一（1）班"),
    SchoolClass(class_id=THREE_TWO, grade=3, number=2, name="三（2）班"),
    SchoolClass(class_id=FIVE_ONE, grade=5, number=1, name="五（1）班"),
)
PUPILS = {YIMING: ("李一鸣", THREE_TWO), YINUO: ("李一诺", FIVE_ONE), HAORAN: ("陈浩然", THREE_TWO)}
GUARDIANS = {YIMING: (LI,), YINUO: (LI,), HAORAN: (CHEN,)}
PEOPLE = {
    WANG: "王秀英", ZHAO: "赵建国", LI: "李晓梅", CHEN: "陈志强", SUN: "孙校长", WU: "吴敏", QIAN: "钱立", MA: "马小军",
    HE: "何静",
}
LOGINS = {
    "wang": WANG, "zhao": ZHAO, "li": LI, "chen": CHEN, "sun": SUN, "wu": WU, "qian": QIAN, "ma": MA, "he": HE,
}
PASSWORD = "xiangyang-2026"


def _actor(person_id: str, *grants: Grant) -> Actor:
    return Actor(person_id=person_id, district_id=DISTRICT, school_id=SCHOOL_ID, grants=grants)


def _guardian(pupil_id: str) -> Grant:
    return Grant(role=Role.GUARDIAN, pupil_id=pupil_id, class_id=PUPILS[pupil_id][1])


ACTORS = {
    WANG: _actor(
        WANG,
        Grant(role=Role.TEACHER, class_id=THREE_TWO, subject="数学"),
        Grant(role=Role.TEACHER, class_id=ONE_ONE, subject="数学"),
        Grant(role=Role.HEAD_TEACHER, class_id=THREE_TWO),
    ),
    ZHAO: _actor(ZHAO, Grant(role=Role.TEACHER, class_id=THREE_TWO, subject="语文")),
    LI: _actor(LI, _guardian(YIMING), _guardian(YINUO)),
    CHEN: _actor(CHEN, _guardian(HAORAN)),
    SUN: _actor(SUN, Grant(role=Role.PRINCIPAL)),
    WU: _actor(WU, Grant(role=Role.ACADEMIC_OFFICE)),
    MA: _actor(MA, Grant(role=Role.GRADE_LEAD, grade=3)),
    HE: _actor(HE, Grant(role=Role.AFTER_SCHOOL_OFFICE)),
    QIAN: Actor(person_id=QIAN, district_id=DISTRICT, grants=(Grant(role=Role.DISTRICT_OFFICE),)),
}


def schools_of(person_id: str) -> tuple[School, ...]:
    """Return the school, for whom it is one; the district's office belongs to none."""
    return (SCHOOL,) if ACTORS[person_id].school_id else ()

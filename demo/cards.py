"""Sign-in cards: one person for each role, with what to try first."""

from dataclasses import dataclass

from contracts.actor import Role
from demo.password import PASSWORD
from demo.people import District, Person, School
from demo.plans import CARDS, CARDS_CLASS
from demo.shown import guardian_of, holder

_JUNIOR = "l"


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is printed for the newcomer, in Chinese. `code` is the school's in its public address."""

    role: str
    school: str
    code: str
    person: Person
    try_first: str

    def dump(self) -> dict[str, str]:
        """Return plain values, ready for JSON."""
        return {
            "role": self.role,
            "school": self.school,
            "school_code": self.code,
            "name": self.person.name,
            "login": self.person.login,
            "password": PASSWORD,
            "try_first": self.try_first,
        }


def cards(district: District) -> tuple[Card, ...]:
    """Return the cards, families first."""
    school, junior = district.school(CARDS), district.school(_JUNIOR)
    return (*_families(district, school), *_staff(school), _junior_teacher(junior), *_offices(district))


def _families(district: District, school: School) -> tuple[Card, ...]:
    club = school.plan.care["clubs"][0]
    one = f"看看孩子今天的作业，再为孩子申请“{club}”社团：只有一个名额。"
    two = f"在两个孩子之间切换看作业；也申请“{club}”社团，名额满了会排队等候。"
    return (
        _card(school, "家长", guardian_of(district, children=1), one),
        _card(school, "家长（两个孩子）", guardian_of(district, children=2), two),
    )


def _staff(school: School) -> tuple[Card, ...]:
    a_class = school.the_class(*CARDS_CLASS)
    english = holder(school, Role.TEACHER, a_class.class_id, "英语")
    head = holder(school, Role.HEAD_TEACHER, a_class.class_id)
    set_one = f"给{a_class.name}布置一项 30 分钟的书面作业，看看系统怎样提示还能布置多少。"
    decide = f"处理{a_class.name}家长提交的课后服务申请，再给本班布置一项数学作业。"
    review = "班主任审过的社团申请在您这里复核：同意以后，名额自动安排。"
    return (
        _card(school, "任课教师（英语）", english, set_one),
        _card(school, "班主任", head, decide),
        _card(school, "教导处", holder(school, Role.ACADEMIC_OFFICE), "打开今天的作业公示，看看各班的总量，试试打印。"),
        _card(school, "课后服务办公室", holder(school, Role.AFTER_SCHOOL_OFFICE), review),
        _card(school, "校长", holder(school, Role.PRINCIPAL), "打开作业公示，看看全校各班今天离上限还有多少。"),
    )


def _junior_teacher(school: School) -> Card:
    a_class = school.classes[-1]
    words = f"给{a_class.name}布置作业：初中每天的书面作业合计不超过 90 分钟。"
    return _card(school, "初中任课教师（数学）", holder(school, Role.TEACHER, a_class.class_id, "数学"), words)


def _offices(district: District) -> tuple[Card, ...]:
    words = (
        ("区教育局", "打开任一学校的作业公示；这个账号看不到任何学生的信息。"),
        ("区教育局（二）", "一位同事起草的规定，由另一位通过：用这个账号看看全区的规定。"),
    )
    return tuple(
        Card(role=role, school=district.name, code=district.code, person=person, try_first=try_first)
        for person, (role, try_first) in zip(district.officers, words, strict=True)
    )


def _card(school: School, role: str, person: Person, words: str) -> Card:
    return Card(role=role, school=school.plan.name, code=school.plan.code, person=person, try_first=words)

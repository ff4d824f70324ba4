"""Sheets as schools write them, built row by row, and a school for them to be compared with."""

from datetime import date

from services.directory.domain.roster import pupil_sheet, staff_sheet
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.finding import Force
from services.directory.domain.roster.header import find_header
from services.directory.domain.roster.pupil_plan import plan_pupils
from services.directory.domain.roster.staff_plan import Importer, plan_staff
from services.directory.domain.roster.standing import KnownPerson, Standing, StandingPupil
from services.directory.domain.roster.whole import Whole

TODAY = date(2026, 11, 22)
PUPILS = ("学籍号", "姓名", "年级", "班级", "出生日期", "家长姓名", "与学生关系", "联系电话")
STAFF = ("姓名", "手机号", "任教学科", "任教班级", "班主任班级", "职务")
THIRD, FOURTH = ClassKey(grade=3, number=1), ClassKey(grade=3, number=2)
OFFICE = Importer(person_id="office", is_principal=False)
PRINCIPAL = Importer(person_id="principal", is_principal=True)


def number(serial):
    return f"G{serial:018d}"


def pupil(serial, name="王小明", of_class="三（1）班", born="2017-05-06", guardian=("王大明", "父亲", None)):
    who, relation, phone = guardian
    return (number(serial), name, "三年级", of_class, born, who, relation, phone or f"138{serial:08d}")


def colleague(serial, name="李老师", subject="语文", classes="三（1）班", heads="", posts=""):
    return (name, f"139{serial:08d}", subject, classes, heads, posts)


def judged_pupils(*rows, heading=PUPILS, above=()):
    lines = [*above, heading, *rows]
    return pupil_sheet.judge_pupils(lines, find_header(lines, pupil_sheet.COLUMNS, pupil_sheet.REQUIRED), TODAY)


def judged_staff(*rows):
    lines = [STAFF, *rows]
    return staff_sheet.judge_staff(lines, find_header(lines, staff_sheet.COLUMNS, staff_sheet.REQUIRED))


def a_school(*, classes=(THIRD, FOURTH), pupils=(), staff=(), people=None, numbered=None):
    return Standing(
        grades=range(1, 7), classes=frozenset(classes), pupils=tuple(pupils), staff=tuple(staff),
        people=people or {}, numbered=numbered or {},
    )


def standing_pupil(serial, **changes):
    """Return the child of row `pupil(serial)` as the school keeps it."""
    as_kept = {
        "pupil_id": f"pupil {serial}", "name": "王小明", "numbered": True, "born_on": date(2017, 5, 6),
        "class_key": THIRD, "seat_number": 1, "guardians": ((f"guardian {serial}", "father"),),
    }
    return StandingPupil(**as_kept | changes)


def the_school_of(*serials, **changes):
    """Return a school where the children of these rows are already."""
    return a_school(
        pupils=[standing_pupil(serial, **changes) for serial in serials],
        numbered={number(serial): f"pupil {serial}" for serial in serials},
        people={f"138{serial:08d}": KnownPerson(person_id=f"guardian {serial}", name="王大明") for serial in serials},
    )


def pupils_plan(judged, school, whole=Whole.PART):
    return plan_pupils(judged, school, whole)


def staff_plan(judged, school, whole=Whole.PART, importer=OFFICE):
    return plan_staff(judged, school, whole, importer)


def kinds(plan):
    return [str(change.change) for change in plan.changes]


def refused_rows(findings):
    return sorted({finding.row for finding in findings if finding.force is Force.REFUSE})


def words(findings):
    return [finding.what for finding in findings]

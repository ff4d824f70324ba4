"""Staff sheet: its columns, and each row read as a colleague with all that they hold."""

from collections import defaultdict
from collections.abc import Sequence

from services.directory.domain.roster.body import body
from services.directory.domain.roster.cell import Cell, Line
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.class_list import read_classes
from services.directory.domain.roster.column import Column, column
from services.directory.domain.roster.doubles import without_doubles
from services.directory.domain.roster.finding import Finding
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.judged import Judged, Reader
from services.directory.domain.roster.name import read_name
from services.directory.domain.roster.phone import read_phone
from services.directory.domain.roster.post import Post, read_posts
from services.directory.domain.roster.staff_row import StaffRow
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

COLUMNS: tuple[Column, ...] = (
    column("name", "(教师|教职工|职工)?姓名"),
    column("phone", "(教师|本人)?(手机|电话|手机号码?|联系电话|联系方式|电话号码)"),
    column("subject", "(任教|任课|所教|教授)?(学科|科目)(名称)?"),
    column("classes", "(任教|任课|所教|授课)(班级)?"),
    column("heads", "班主任(班级|所在班级|任职班级)?|担任班主任(班级)?"),
    column("posts", "(行政)?职务|岗位|担任职务"),
)
REQUIRED = frozenset({"name", "phone"})
_LONGEST_SUBJECT = 20


def judge_staff(lines: Sequence[Line], header: Header) -> Judged[StaffRow]:
    """Return the colleagues of a sheet, and every finding."""
    rows: list[StaffRow] = []
    findings: list[Finding] = []
    lines_read = 0
    for number, line in body(lines, header):
        reader = Reader(header=header, row=number, line=line)
        row = _read(reader)
        lines_read += 1
        findings += reader.findings
        if row is not None and reader.good:
            rows.append(row)
    kept, doubled = without_doubles(rows, lambda _: header.column("phone"))
    twice = _headed_twice(kept, header)
    wrong = {finding.row for finding in twice}
    return Judged(
        header=header, rows=tuple(row for row in kept if row.row not in wrong), lines=lines_read,
        findings=tuple(sorted((*findings, *doubled, *twice), key=lambda one: (one.row, one.column))),
    )


def _read(reader: Reader) -> StaffRow | None:
    name, phone = reader.read("name", read_name), reader.read("phone", read_phone)
    subject, classes = reader.read("subject", _subject), reader.read("classes", read_classes)
    heads = reader.read("heads", read_classes)
    posts = reader.read("posts", read_posts)
    if heads and len(heads) > 1:
        reader.refuse("heads", "一位老师担任了不止一个班的班主任", "请只留一个班")
    if classes and subject == "":
        reader.refuse("subject", "有任教班级，没有任教学科", "请填写任教学科")
    if name is None or phone is None or subject is None or classes is None or heads is None or posts is None:
        return None
    held, all_known = posts
    if not all_known:
        reader.warn("posts", "有系统不认识的职务，不会因此得到权限", "请写成校长、教导主任、年级组长这样的职务")
    head = heads[0] if heads else None
    leads = _leads(reader, held, (*heads, *classes))
    return StaffRow(
        row=reader.row, name=name, phone=phone, subject=subject, classes=classes, heads=head, posts=held, leads=leads
    )


def _subject(cell: Cell) -> str:
    subject = text_of(cell).replace(" ", "")
    if len(subject) > _LONGEST_SUBJECT or any(character.isdecimal() for character in subject):
        raise Unreadable("不像学科名称", "请只写一个学科，例如“语文”")
    return subject


def _leads(reader: Reader, posts: tuple[Post, ...], classes: Sequence[ClassKey]) -> int | None:
    if Post.GRADE_LEAD not in posts:
        return None
    grades = {key.grade for key in classes}
    if len(grades) == 1:
        return grades.pop()
    reader.warn("posts", "看不出是哪个年级的组长，这次不登记", "请在任教班级或班主任班级里写明一个年级的班")
    return None


def _headed_twice(rows: Sequence[StaffRow], header: Header) -> list[Finding]:
    by_class: dict[ClassKey, list[StaffRow]] = defaultdict(list)
    for row in rows:
        if row.heads:
            by_class[row.heads].append(row)
    return [
        Finding(
            row=row.row, column=header.column("heads"), remedy="请核对，一个班只有一位班主任",
            what=f"第 {'、'.join(str(one.row) for one in same if one is not row)} 行也是这个班的班主任",
        )
        for same in by_class.values() if len(same) > 1 for row in same
    ]

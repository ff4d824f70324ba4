"""Pupil sheet: its columns, and each row read as a child with guardians."""

from collections.abc import Sequence
from datetime import date

from services.directory.domain.roster.birth_date import read_birth_date
from services.directory.domain.roster.body import body
from services.directory.domain.roster.cell import Line
from services.directory.domain.roster.class_key import ClassKey, read_class
from services.directory.domain.roster.column import Column, column
from services.directory.domain.roster.doubles import without_doubles
from services.directory.domain.roster.finding import Finding
from services.directory.domain.roster.grade import read_grade
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.judged import Judged, Reader
from services.directory.domain.roster.name import read_name
from services.directory.domain.roster.phone import read_phone
from services.directory.domain.roster.pupil_row import GuardianRow, PupilRow
from services.directory.domain.roster.relation import Relation, read_relation
from services.directory.domain.roster.shared_phone import Use, phones_under_two_names
from services.directory.domain.roster.student_number import read_student_number
from services.directory.domain.roster.yes_no import read_yes_no

_WHO, _TEL = r"(第?[1-4一二三四]?(监护人|家长)[1-4一二三四]?)", r"(手机|电话|手机号码?|联系电话|联系方式|电话号码)"
COLUMNS: tuple[Column, ...] = (
    column("student_number", "(全国|学生)?学籍(号|编号|号码)"),
    column("name", "(学生)?姓名|学生"),
    column("grade", "(所在)?年级(名称)?"),
    column("class", "(所在|行政)?班级?(名称)?"),
    column("born_on", "出生(日期|年月日)|生日"),
    column("name", f"{_WHO}(姓名|名字)?", of_guardian=True),
    column("relation", f"({_WHO}|与(学生|本人|孩子))?关系", of_guardian=True),
    column("phone", f"{_WHO}?{_TEL}[1-4]?", of_guardian=True),
    column("name", "(父亲|爸爸)(姓名)?", of_guardian=True, relation=Relation.FATHER),
    column("phone", f"(父亲|爸爸){_TEL}", of_guardian=True, relation=Relation.FATHER),
    column("name", "(母亲|妈妈)(姓名)?", of_guardian=True, relation=Relation.MOTHER),
    column("phone", f"(母亲|妈妈){_TEL}", of_guardian=True, relation=Relation.MOTHER),
    column("left_behind", "(是否)?(农村)?留守(儿童|学生)?"),
    column("migrant", "(是否)?(进城务工人员)?随迁(子女|儿童)?"),
)
REQUIRED = frozenset({"name", "class"})
MOST_GUARDIANS = 4


def judge_pupils(lines: Sequence[Line], header: Header, today: date) -> Judged[PupilRow]:
    """Return the children of a sheet, and every finding."""
    rows: list[PupilRow] = []
    findings: list[Finding] = []
    lines_read = 0
    for number, line in body(lines, header):
        reader = Reader(header=header, row=number, line=line)
        row = _read(reader, today)
        lines_read += 1
        findings += reader.findings
        if row is not None and reader.good:
            rows.append(row)
    kept, doubled = without_doubles(rows, lambda row: header.column(_identified_by(row)))
    shared = list(phones_under_two_names(_uses(kept, header)))
    wrong = {finding.row for finding in shared}
    return Judged(
        header=header, rows=tuple(row for row in kept if row.row not in wrong), lines=lines_read,
        findings=tuple(sorted((*findings, *doubled, *shared), key=lambda one: (one.row, one.column))),
    )


def _identified_by(row: PupilRow) -> str:
    return "student_number" if row.student_number else "name"


def _uses(rows: Sequence[PupilRow], header: Header) -> list[Use]:
    return [
        Use(row=row.row, column=header.column(f"phone{one.place}"), name=one.name, phone=one.phone)
        for row in rows for one in row.guardians
    ]


def _read(reader: Reader, today: date) -> PupilRow | None:
    name = reader.read("name", read_name)
    class_key = _class(reader)
    student_number = reader.read("student_number", read_student_number)
    born_on = reader.read("born_on", lambda cell: read_birth_date(cell, today))
    left_behind, migrant = reader.read("left_behind", read_yes_no), reader.read("migrant", read_yes_no)
    guardians = _guardians(reader)
    if name is None or class_key is None or not reader.good:
        return None
    if not (student_number or born_on):
        what, remedy = "学籍号和出生日期都没有，分不清是哪位学生", "请填学籍号；还没有学籍号的，请填出生日期"
        reader.refuse("student_number", what, remedy)
    return PupilRow(
        row=reader.row, name=name, class_key=class_key, student_number=student_number, born_on=born_on,
        left_behind=left_behind, migrant=migrant, guardians=guardians,
    )


def _class(reader: Reader) -> ClassKey | None:
    has_grade = reader.says("grade")
    grade = reader.read("grade", read_grade) if has_grade else None
    if has_grade and grade is None:
        return None
    return reader.read("class", lambda cell: read_class(cell, grade))


def _guardians(reader: Reader) -> tuple[GuardianRow, ...]:
    found = (_guardian(reader, place) for place in range(1, MOST_GUARDIANS + 1))
    guardians = tuple(one for one in found if one)
    if len({one.phone for one in guardians}) < len(guardians):
        last = guardians[-1].place
        reader.refuse(f"phone{last}", "两位监护人是同一个号码", "请核对，每个号码只属于一个人")
    if not guardians and reader.good:
        reader.warn("phone1", "没有监护人的手机号，家长收不到通知", "请补上一位监护人的手机号")
    return guardians


def _guardian(reader: Reader, place: int) -> GuardianRow | None:
    has_name, has_phone = reader.says(f"name{place}"), reader.says(f"phone{place}")
    if not (has_name or has_phone):
        return None
    if has_name and not has_phone:
        reader.warn(f"phone{place}", "这位监护人没有手机号，这次不登记", "请补上手机号后再导入一次")
        return None
    name, phone = reader.read(f"name{place}", read_name), reader.read(f"phone{place}", read_phone)
    relation = reader.header.relations.get(place) or reader.read(f"relation{place}", read_relation)
    if name is None or phone is None or relation is None:
        return None
    return GuardianRow(place=place, name=name, phone=phone, relation=relation)


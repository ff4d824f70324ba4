"""Cast: the people, norms and asks of homework's tests."""

from contracts.actor import Actor, Grant, Role
from contracts.homework.assignment import CorrectHomework, Draft, Kind, Place, PublishHomework
from plumbing.ids import new_id as new_id

CLAUSE = "小学三至六年级书面作业平均完成时间不超过60分钟。"
SOURCE = "关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见"


def row(value, **scope):
    """Return a norm's row in force for long."""
    return {"value": value, "effective_from": "2021-07-24", "clause": CLAUSE, "source": SOURCE, **scope}


def cap(minutes, counter="written_total_average", *, layer="national", force="refuse", **scope):
    """Return a norm: at most so many minutes a day in one counter."""
    return {
        "key": f"cap_{counter}", "title": "作业总量", "layer": layer, "measure": counter, "bound": "at_most",
        "unit": "minutes", "force": force, "rows": [row(minutes, **scope)],
    }


def ban(*codes, measure="practices", layer="national", force="refuse", **scope):
    """Return a norm: none of these practices (or subjects, kinds, places)."""
    return {
        "key": f"no_{'_'.join(codes) if measure == 'practices' else measure}", "title": "禁止的做法", "layer": layer,
        "measure": measure, "bound": "forbidden", "unit": "codes", "force": force, "rows": [row(list(codes), **scope)],
    }


def derogation(*schools, until, **stated):
    """Return what a norm's layer grants some schools: as long as it lasts, the norm does not bind them."""
    return {
        "schools": list(schools), "effective_from": "2021-07-24", "effective_to": until.isoformat(),
        "reason": "校舍改造，晚托时间缩短", "granted_by": "区教育局", **stated,
    }


NATION = (
    cap(0, "written_home_maximum", grades=[1, 2]),
    cap(60, grades=[3, 4, 5, 6]),
    cap(90, grades=[7, 8, 9]) | {"key": "cap_junior"},
    ban("copying", "punitive"),
    ban("in_recess", force="warn"),
)
"""The nation's norms, as far as these tests need them."""


def actor(stage, *grants, person_id):
    """Return a person of the stage's school."""
    return Actor(person_id=person_id, district_id=stage.district_id, school_id=stage.school_id, grants=grants)


def teaches(class_id, subject):
    """Return the grant of a class's teacher of a subject."""
    return Grant(role=Role.TEACHER, class_id=class_id, subject=subject)


def heads(class_id):
    """Return the grant of a class's head teacher."""
    return Grant(role=Role.HEAD_TEACHER, class_id=class_id)


def draft(message=Draft, **said):
    """Return a draft: twenty written minutes of 数学, to be done at home, unless said otherwise."""
    plain = {"subject": "数学", "kind": Kind.WRITTEN, "place": Place.HOME, "minutes": 20, "content": "练习册第12页"}
    return message(**{**plain, **said})


def publication(**said):
    """Return the ask to publish a draft."""
    return draft(PublishHomework, **said)


def correction(assignment_id, sequence=1, **said):
    """Return the ask to correct a piece."""
    plain = {
        "kind": Kind.WRITTEN, "place": Place.HOME, "minutes": 20, "content": "练习册第13页", "reason": "页码写错了",
    }
    return CorrectHomework(assignment_id=assignment_id, sequence=sequence, **{**plain, **said})

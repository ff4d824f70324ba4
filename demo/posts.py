"""Posts: who has to be there so that every class has its teachers, before anyone has a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from contracts.actor import Grant, Role
from demo.people import SchoolClass

_PRIMARY, _JUNIOR = range(1, 7), range(7, 10)
_FIRST_ENGLISH_GRADE = 3
_JUNIOR_SUBJECTS = {
    "语文": _JUNIOR, "数学": _JUNIOR, "英语": _JUNIOR, "物理": range(8, 10), "化学": range(9, 10), "历史": _JUNIOR,
    "地理": range(7, 9), "生物": range(7, 9), "体育": _JUNIOR, "艺术": _JUNIOR, "劳动": _JUNIOR,
}
_HEADING_SUBJECTS = ("语文", "数学", "英语")


@dataclass(frozen=True, kw_only=True)
class Post:
    """What one colleague will hold. `title` is set for those who are known by their office."""

    grants: list[Grant] = field(default_factory=list)
    title: str | None = None

    def teaching(self, subject: str, classes: Iterable[SchoolClass]) -> "Post":
        """Add a subject in some classes; return the post."""
        self.grants.extend(Grant(role=Role.TEACHER, class_id=c.class_id, subject=subject) for c in classes)
        return self

    def heading(self, a_class: SchoolClass) -> "Post":
        """Make this the head teacher of a class; return the post."""
        self.grants.append(Grant(role=Role.HEAD_TEACHER, class_id=a_class.class_id))
        return self


def posts(classes: Sequence[SchoolClass]) -> list[Post]:
    """Return every post of a school: each class has one head teacher and one teacher of each of its subjects."""
    primary = [c for c in classes if c.grade in _PRIMARY]
    junior = [c for c in classes if c.grade in _JUNIOR]
    filled = [post for post in (*_primary_posts(primary), *_junior_posts(junior)) if post.grants]
    return [Post(title="xiaozhang", grants=[Grant(role=Role.PRINCIPAL)]), *_with_offices(filled, classes)]


def _primary_posts(classes: Sequence[SchoolClass]) -> list[Post]:
    english = [c for c in classes if c.grade >= _FIRST_ENGLISH_GRADE]
    specialists = [Post().teaching(subject, classes) for subject in ("科学", "体育", "艺术")]
    return [*_heads(classes), Post().teaching("英语", english), *specialists]


def _heads(classes: Sequence[SchoolClass]) -> Iterator[Post]:
    """Two neighbouring head teachers share two classes: one teaches 语文 in both, the other 数学."""
    for first in range(0, len(classes), 2):
        pair = classes[first:first + 2]
        yield Post().heading(pair[0]).teaching("语文", pair).teaching("劳动", pair[:1])
        second = Post().teaching("数学", pair)
        yield second.heading(pair[1]).teaching("劳动", pair[1:]) if len(pair) == 2 else second


def _junior_posts(classes: Sequence[SchoolClass]) -> list[Post]:
    by_subject = {
        subject: Post().teaching(subject, [c for c in classes if c.grade in grades])
        for subject, grades in _JUNIOR_SUBJECTS.items()
    }
    for place, a_class in enumerate(classes):
        by_subject[_HEADING_SUBJECTS[place % 3]].heading(a_class)
    return list(by_subject.values())


def _with_offices(filled: list[Post], classes: Sequence[SchoolClass]) -> list[Post]:
    """Give the offices to colleagues who teach no main subject, and a grade to lead where it has two classes."""
    science, arts = (next(p for p in filled if _teaches(p, s)) for s in (("科学", "物理"), ("艺术",)))
    offices = {id(science): ("jiaodao", Role.ACADEMIC_OFFICE), id(arts): ("kehou", Role.AFTER_SCHOOL_OFFICE)}
    grades = [c.grade for c in classes]
    for a_class in classes:
        if grades.count(a_class.grade) > 1 and a_class.number == 1:
            head = next(p for p in filled if Grant(role=Role.HEAD_TEACHER, class_id=a_class.class_id) in p.grants)
            head.grants.append(Grant(role=Role.GRADE_LEAD, grade=a_class.grade))
    return [_in_office(post, offices.get(id(post))) for post in filled]


def _teaches(post: Post, subjects: tuple[str, ...]) -> bool:
    return any(grant.subject in subjects for grant in post.grants)


def _in_office(post: Post, office: tuple[str, Role] | None) -> Post:
    if office is None:
        return post
    title, role = office
    return Post(title=title, grants=[*post.grants, Grant(role=role)])

"""Posts (职务): who of the staff holds which role, where, from when until when; given and ended by the office."""

from datetime import date

from contracts.actor import OFFICE, Role
from contracts.call import Call
from contracts.fields import Choice, Id, LocalDate, Text, WholeNumber
from contracts.message import Message, of

POSTS = (
    Role.TEACHER, Role.HEAD_TEACHER, Role.GRADE_LEAD, Role.AFTER_SCHOOL_OFFICE, Role.ACADEMIC_OFFICE, Role.PRINCIPAL,
)
"""What somebody of a school's staff may hold; a principal's is given and ended by a principal alone."""


class Post(Message):
    """One role in its scope: a class and a subject, a class, a grade, or the school."""

    role: Role = of(Choice(Role, metadata={"label": "职务"}))
    class_id: str | None = of(Id(metadata={"label": "班级"}), default=None)
    subject: str | None = of(
        Text(shortest=1, longest=20, metadata={"label": "学科", "hint": "例如：语文、数学、英语"}), default=None
    )
    grade: int | None = of(WholeNumber(least=1, most=9, metadata={"label": "年级", "hint": "1 到 9"}), default=None)


class HeldPost(Post):
    """A post that is held now, or from `first` on; until `last`, that day too, where a last day was said."""

    first: date | None = None
    last: date | None = None
    may_end: bool = False


class Colleague(Message):
    """One of the staff with all they hold, and will hold. `may_card`, `may_sign_out`: the asker may."""

    person_id: str = of(Id())
    name: str
    own: bool
    has_account: bool
    second_factor: bool
    may_card: bool
    may_sign_out: bool
    posts: tuple[HeldPost, ...]


class ReadStaff(Message):
    """Ask who holds what; of one of the staff, or of all."""

    person_id: str | None = of(Id(), default=None)


class Staff(Message):
    """The staff by name; and the roles that the asker may give."""

    colleagues: tuple[Colleague, ...]
    may_give: tuple[Role, ...]


class GivePost(Post):
    """Let a colleague hold a post from `first` (now) until `last`, that day too (for good); again changes the days."""

    person_id: str = of(Id())
    first: date | None = of(LocalDate(metadata={"label": "从哪一天起", "hint": "马上开始就不填"}), default=None)
    last: date | None = of(
        LocalDate(metadata={"label": "到哪一天止", "hint": "包括这一天；没有期限就不填"}), default=None
    )


class EndPost(Post):
    """End a post of a colleague now, also one that has yet to begin."""

    person_id: str = of(Id())


class PostsStand(Message):
    """This colleague now holds so many posts."""

    person_id: str = of(Id())
    held: int


STAFF = Call(service="directory", method="staff", ask=ReadStaff, answer=Staff, allow=OFFICE)
GIVE_POST = Call(service="directory", method="give_post", ask=GivePost, answer=PostsStand, allow=OFFICE, command=True)
END_POST = Call(service="directory", method="end_post", ask=EndPost, answer=PostsStand, allow=OFFICE, command=True)

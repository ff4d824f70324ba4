"""Class list: who sits in a class, for those of the staff who are answerable for it."""

from contracts.actor import OFFICE, Role
from contracts.call import Call
from contracts.fields import Id, WholeNumber
from contracts.message import Message, of


class ReadClassList(Message):
    """Ask who is in a class of the asker's school; its head teacher may, and the office."""

    class_id: str = of(Id())


class Seated(Message):
    """One pupil of the class."""

    pupil_id: str = of(Id())
    name: str
    seat_number: int | None = of(WholeNumber(least=1, most=99), default=None)


class ClassList(Message):
    """The class, and its pupils by seat number."""

    class_id: str = of(Id())
    name: str
    pupils: tuple[Seated, ...]


CLASS_LIST = Call(
    service="directory", method="class_list", ask=ReadClassList, answer=ClassList, allow=OFFICE | {Role.HEAD_TEACHER}
)

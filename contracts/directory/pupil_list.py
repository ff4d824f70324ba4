"""Pupil list: class, seat and name of some children, on a screen, or to be taken away in a file (E12)."""

from marshmallow import fields, validate

from contracts.actor import OFFICE, STAFF, Role
from contracts.call import Call
from contracts.directory.export import MOST_ALONE
from contracts.fields import Id
from contracts.message import Message, of

MOST_LISTED = 500


class ReadPupilList(Message):
    """Ask for some children by id; what the asker may not see is simply absent."""

    pupil_ids: tuple[str, ...] = of(fields.List(
        Id(), validate=validate.Length(max=MOST_LISTED, error=f"一次最多 {MOST_LISTED} 名学生。")
    ))


class ListedPupil(Message):
    """A child of a class of the present year."""

    pupil_id: str = of(Id())
    class_id: str = of(Id())
    class_name: str
    seat_number: int | None = None
    name: str


class PupilList(Message):
    """The children by class, seat and id."""

    pupils: tuple[ListedPupil, ...]


class WriteDownPupils(Message):
    """Ask for some children to be written into a file now; they count with all that the asker exports in a day."""

    pupil_ids: tuple[str, ...] = of(fields.List(
        Id(), validate=validate.Length(1, MOST_ALONE, error=f"一个文件 1 到 {MOST_ALONE} 名学生，请按班级分开导出。"),
    ))


PUPIL_LIST = Call(
    service="directory", method="pupil_list", ask=ReadPupilList, answer=PupilList, allow=STAFF - {Role.DISTRICT_OFFICE}
)
WRITE_DOWN_PUPILS = Call(
    service="directory", method="write_down_pupils", ask=WriteDownPupils, answer=PupilList,
    allow=OFFICE | {Role.AFTER_SCHOOL_OFFICE},
)

"""Many offerings at once: a table of the programme, written in one go or not at all (E8, E9)."""

from marshmallow import fields, validate

from contracts.call import Call
from contracts.enrolment.planned import Described
from contracts.enrolment.programme import PROGRAMME_OFFICE, Programme
from contracts.fields import Id, WholeNumber
from contracts.message import Message, of

MOST_ROWS = 200


class WriteOfferings(Message):
    """Let the programme offer all of these, or change nothing: of the same session and title, the same offering.

    An offering that is so already stays as it is. `sequence` is the programme's as the asker saw it.
    """

    programme_id: str = of(Id())
    sequence: int = of(WholeNumber(least=1))
    offerings: tuple[Described, ...] = of(fields.List(
        fields.Nested(Described.schema_class, unknown=None),
        validate=validate.Length(1, MOST_ROWS, error=f"一次请写 1 到 {MOST_ROWS} 个项目。"),
    ))


WRITE_OFFERINGS = Call(
    service="enrolment", method="write_offerings", ask=WriteOfferings, answer=Programme, allow=PROGRAMME_OFFICE,
    command=True,
)

"""The next school year: what it makes of each class of a school, and the one step that begins it."""

from datetime import date

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Id, WholeNumber
from contracts.job import JobStatus
from contracts.message import Message, of


class ReadNextYear(Message):
    """Ask what the next school year would make of the asker's school; nothing is changed by it."""


class ClassNextYear(Message):
    """One class: its name, and what it will be called; `becomes` is empty where it graduates."""

    class_id: str = of(Id())
    name: str
    becomes: str
    pupils: int
    has_head: bool


class NextYear(Message):
    """`year` is the one that would begin, 2027 for 2027—2028; `present` the one the classes are in.

    `hinders` says what stands in the way, and what to do; it is empty where nothing does. `unplaced` counts pupils who
    have not left and are in no class. `job` is the last one by which the asker has begun a year.
    """

    year: int
    present: int
    first_day: date | None = None
    classes: tuple[ClassNextYear, ...]
    graduates: int
    unplaced: int
    hinders: str = ""
    job: JobStatus | None = None


class BeginYear(Message):
    """Ask that this school year begin: grades go up, the highest graduates. One that has begun does not begin again."""

    year: int = of(WholeNumber(least=2000, most=2200, metadata={"label": "学年"}))


class YearAsked(Message):
    """The school year begins as soon as its job's turn comes, or has begun."""

    year: int
    job_id: str = of(Id())


NEXT_YEAR = Call(service="directory", method="next_year", ask=ReadNextYear, answer=NextYear, allow=OFFICE)
BEGIN_YEAR = Call(
    service="directory", method="begin_year", ask=BeginYear, answer=YearAsked, allow=OFFICE, command=True
)

"""New districts and schools: what the operator says when one begins, and what there is then."""

from datetime import date

from marshmallow import validate

from contracts.directory.calendar import MarkedDay, Season, Term
from contracts.directory.school import Stage
from contracts.fields import Id, Text
from contracts.message import Message, of

_CODE_WORDS = "只用小写字母、数字和短横，以字母或数字开头，最多 40 个。"


def _code() -> Text:
    return Text(validate=validate.Regexp(r"[a-z0-9][a-z0-9-]{0,39}\Z", error=_CODE_WORDS))


class OpenDistrict(Message):
    """Let a district be known, with the calendar that its schools begin with; one that is known stays as it is."""

    code: str = of(_code())
    name: str = of(Text(shortest=1, longest=80))
    terms: tuple[Term, ...]
    marked: tuple[MarkedDay, ...] = ()
    provisional_from: date | None = None
    seasons: tuple[Season, ...] = ()


class DistrictOpened(Message):
    """The district is known by this id."""

    district_id: str = of(Id())


class OpenSchool(Message):
    """Let a school of a district be known, and this person be of its academic office, with a new card.

    `code` is in the school's public address. A school that is known stays as it is.
    """

    district: str = of(_code())
    code: str = of(_code())
    name: str = of(Text(shortest=1, longest=80))
    stage: Stage
    person: str = of(Text(shortest=1, longest=64))
    phone: str = of(Text(shortest=1, longest=20))


class SchoolOpened(Message):
    """The school is known; `card` opens the account of its academic office for so many days, and is told this once."""

    school_id: str = of(Id())
    card: str
    days: int

"""Names, and only here: who a number is, for a page that may show it."""

from marshmallow import fields

from contracts.actor import SIGNED_IN
from contracts.call import Call
from contracts.fields import Id
from contracts.message import Message, of


class NamesWanted(Message):
    """Ids whose names one page needs; at most 500 of each kind. What the asker may not see is simply absent."""

    person_ids: tuple[str, ...] = of(fields.List(Id()), default=())
    pupil_ids: tuple[str, ...] = of(fields.List(Id()), default=())
    class_ids: tuple[str, ...] = of(fields.List(Id()), default=())
    school_ids: tuple[str, ...] = of(fields.List(Id()), default=())


class Names(Message):
    """Id → name. A class is named as people say it: 三（2）班."""

    people: dict[str, str]
    pupils: dict[str, str]
    classes: dict[str, str]
    schools: dict[str, str]


NAMES = Call(service="directory", method="names", ask=NamesWanted, answer=Names, allow=SIGNED_IN)

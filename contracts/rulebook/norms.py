"""Norms in force: the layers of nation, district and school, published whole for others to judge from."""

from datetime import date
from typing import Any

from marshmallow import fields

from contracts.actor import EVERYONE
from contracts.call import Call
from contracts.event import Event
from contracts.fields import Id, WholeNumber
from contracts.message import Message, of


class NormsPublished(Event):
    """A layer's norms. Full state; each norm is a plain document as `engines.policy.document` reads it.

    `layer` is national, district or school. A national layer goes out once for every district that is served.
    """

    type = "rulebook.norms_published.v1"
    about = "layer_id"

    layer_id: str = of(Id())
    layer: str
    version: int = of(WholeNumber(least=1))
    norms: tuple[dict[str, Any], ...] = of(fields.List(fields.Dict()))


class ReadRules(Message):
    """Ask which norms bind the asker's school on a day."""

    on: date


class Rule(Message):
    """One norm as a sentence people can read, with its clause, source and first day, and what it is about, in words."""

    norm: str
    layer: str
    about: str = "homework"
    matter: str = "作业"
    sentence: str
    clause: str
    source: str
    since: date


class Excused(Message):
    """What the school is excused from, why and by whom, as a sentence; `until` is the last day."""

    norm: str
    layer: str
    title: str
    sentence: str
    until: date


class Rules(Message):
    """Every norm in force, national first, and what the school is excused from."""

    rules: tuple[Rule, ...]
    excused: tuple[Excused, ...] = ()


RULES = Call(service="rulebook", method="rules", ask=ReadRules, answer=Rules, allow=EVERYONE)

"""作业管理细则: the rules in force at a school, each a sentence with clause and source, and what it is excused from."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask import Blueprint, Response

from contracts.actor import OFFICE, SIGNED_IN, STAFF, Actor
from contracts.rulebook.draft import LAYER_OFFICE
from contracts.rulebook.norms import RULES, Excused, ReadRules, Rule
from gateway import here, view
from gateway.access import may, public
from gateway.pages.day import day_in_address
from gateway.pages.rules_desk import desks
from gateway.school import school_of, visitor_of

page = Blueprint("rules", __name__)


@dataclass(frozen=True, kw_only=True)
class Matter:
    """What one layer says of one matter."""

    words: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, kw_only=True)
class Place:
    """The rules of one school, or of a whole district, layer by layer. `at` names its desk to those who have one."""

    name: str
    layers: tuple[tuple[str, tuple[Matter, ...]], ...]
    excused: tuple[Excused, ...]
    at: str = ""
    tries: bool = False
    writes: bool = False
    decides: bool = False


@page.get("/rules")
@may(*SIGNED_IN)
def own() -> Response:
    """Show the rules of the schools of the person who is signed in, and of their district, on the day named."""
    day = day_in_address()
    places = [
        _place(
            one.name, one.actor, day, at=one.at, tries=bool(one.actor.roles() & STAFF),
            writes=bool(one.actor.roles() & LAYER_OFFICE),
            decides=bool(one.actor.school_id and one.actor.roles() & OFFICE),
        )
        for one in desks(*SIGNED_IN)
    ]
    return view.page("rules.html", places=places, day=day)


@page.get("/schools/<code>/rules")
@public
def of_school(code: str) -> Response:
    """Show the rules of a school, on the day named, to anybody."""
    school = school_of(code)
    day = day_in_address()
    return view.page("rules.html", places=[_place(school.name, visitor_of(school), day)], day=day)


def _place(name: str, actor: Actor, day: date, *, at: str = "", **doors: bool) -> Place:
    found = here.houses().ask(RULES, ReadRules(on=day), actor)
    layers = tuple((layer, _matters(list(rules))) for layer, rules in groupby(found.rules, key=lambda rule: rule.layer))
    return Place(name=name, layers=layers, excused=found.excused, at=at, **doors)


def _matters(rules: list[Rule]) -> tuple[Matter, ...]:
    """Return the rules of a layer by what they are about, in the order in which each matter first comes."""
    words = dict.fromkeys(rule.matter for rule in rules)
    return tuple(Matter(words=each, rules=tuple(rule for rule in rules if rule.matter == each)) for each in words)

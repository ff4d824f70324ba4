"""作业管理细则: the rules in force at a school, as sentences with their clause and source."""

from itertools import groupby

from flask import Blueprint, Response

from contracts.actor import SIGNED_IN, Actor
from contracts.rulebook.norms import RULES, ReadRules, Rule
from gateway import here, view
from gateway.access import may, public
from gateway.school import school_of, visitor_of
from plumbing import clock

page = Blueprint("rules", __name__)
_WHOLE_DISTRICT = "全区县"


@page.get("/rules")
@may(*SIGNED_IN)
def own() -> Response:
    """Show the rules of the schools of the person who is signed in, and of their district where they work for that."""
    schools = {school.school_id: school.name for school in here.caller().schools()}
    answers = [(schools.get(actor.school_id or "", _WHOLE_DISTRICT), _rules(actor)) for actor in here.caller().actors()]
    return view.page("rules.html", schools=answers)


@page.get("/schools/<code>/rules")
@public
def of_school(code: str) -> Response:
    """Show the rules of a school to anybody."""
    school = school_of(code)
    return view.page("rules.html", schools=[(school.name, _rules(visitor_of(school)))])


def _rules(actor: Actor) -> list[tuple[str, list[Rule]]]:
    rules = here.houses().ask(RULES, ReadRules(on=clock.today()), actor).rules
    return [(layer, list(of_layer)) for layer, of_layer in groupby(rules, key=lambda rule: rule.layer)]

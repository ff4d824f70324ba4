"""我的作业: what a teacher has set, by day, with how many guardians have read of it."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from contracts.actor import Actor, Role
from contracts.homework.assignment import MINE, Assignment, ListMine
from contracts.notify.message import RECEIPTS, CountReceipts, ReceiptCount
from gateway import here, view
from gateway.access import may
from gateway.roll import roll

page = Blueprint("homework_mine", __name__)
ONE_PAGE = 50


@page.get("/homework")
@may(Role.TEACHER)
def mine() -> Response:
    """Show a page of the teacher's pieces, newest day first."""
    actors = here.caller().actors(Role.TEACHER)
    ask = ListMine(before=_before())
    by_school = [here.houses().ask(MINE, ask, actor).assignments for actor in actors]
    pieces = sorted((p for school in by_school for p in school), key=lambda p: p.day, reverse=True)
    names = roll(actors, class_ids=[p.class_id for p in pieces])
    earlier = min((school[-1].day for school in by_school if len(school) >= ONE_PAGE), default=None)
    receipts = _receipts(zip(actors, by_school, strict=True))
    return view.page("homework_mine.html", days=_by_day(pieces), names=names, receipts=receipts, earlier=earlier)


def _by_day(pieces: list[Assignment]) -> list[tuple[date, list[Assignment]]]:
    return [(day, list(of_day)) for day, of_day in groupby(pieces, key=lambda p: p.day)]


def _receipts(by_school: Iterable[tuple[Actor, tuple[Assignment, ...]]]) -> dict[str, ReceiptCount]:
    """Return the counts by piece; those that cannot be read now are left out."""
    answers = [
        here.houses().later(RECEIPTS, CountReceipts(about_ids=tuple(p.assignment_id for p in pieces[:ONE_PAGE])), actor)
        for actor, pieces in by_school if pieces
    ]
    heard = [found for answer in answers if (found := answer.or_none())]
    return {count.about_id: count for found in heard for count in found.counts}


def _before() -> date | None:
    try:
        return ListMine.load({"before": request.args.get("before")}).before
    except ValidationError:
        return None

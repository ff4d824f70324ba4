"""homework in memory: the cap is kept, a piece is corrected and withdrawn visibly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from contracts.actor import Actor, Role
from contracts.errors import Conflict, NotFound, RuleRefused
from contracts.event import Event
from contracts.homework import board as of_board
from contracts.homework.assignment import (
    Assignment,
    Assignments,
    CorrectHomework,
    DayBudget,
    Draft,
    HomeworkCorrected,
    HomeworkPublished,
    HomeworkWithdrawn,
    Judged,
    Kind,
    ListMine,
    Place,
    Published,
    PublishHomework,
    ReadAssignment,
    ReadBudget,
    Stands,
    WithdrawHomework,
)
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who
from tests.unit.gateway.houses import rules
from tests.unit.gateway.houses.notify import Notify
from tests.unit.gateway.houses.replays import Replays

EVENTS: dict[str, type[Event]] = {
    "published": HomeworkPublished, "corrected": HomeworkCorrected, "withdrawn": HomeworkWithdrawn,
}


class Homework(Replays):
    """Pieces by id; families are told at once, and so is whoever hears events."""

    def __init__(self, notify: Notify, announce: Callable[[Event], None]) -> None:
        super().__init__()
        self.pieces: dict[str, Assignment] = {}
        self.notify, self.announce = notify, announce
        self.classes = who.CLASSES
        self.swapped: dict[date, int] = {}

    def publish(self, ask: PublishHomework, actor: Actor) -> Published:
        if not actor.teaches(ask.class_id, ask.subject):
            raise NotFound
        findings = self._judged(ask)
        if any(f.force == "refuse" for f in findings):
            raise RuleRefused(details={"findings": [f.dump() for f in findings]})
        piece = Assignment(
            assignment_id=ids.new_id(), sequence=1, state="published", class_id=ask.class_id,
            teacher_id=actor.person_id, subject=ask.subject, day=ask.day, kind=ask.kind, place=ask.place,
            minutes=ask.minutes, content=ask.content, published_at=clock.now(),
        )
        self.pieces[piece.assignment_id] = piece
        self._tell("published", piece)
        return Published(assignment_id=piece.assignment_id, warnings=tuple(findings))

    def judge(self, ask: Draft, actor: Actor) -> Judged:
        if not actor.teaches(ask.class_id, ask.subject):
            raise NotFound
        return Judged(findings=tuple(self._judged(ask)), budget=self._budget(ask.class_id, ask.day))

    def budget(self, ask: ReadBudget, actor: Actor) -> DayBudget:
        if all(g.class_id != ask.class_id for g in actor.grants):
            raise NotFound
        return self._budget(ask.class_id, ask.day)

    def correct(self, ask: CorrectHomework, actor: Actor) -> Stands:
        piece = self._own(ask.assignment_id, actor)
        if piece.state == "withdrawn" or piece.sequence != ask.sequence:
            raise Conflict(details={"stands": piece.dump()})
        draft = Draft(
            class_id=piece.class_id, subject=piece.subject, day=piece.day, kind=ask.kind, place=ask.place,
            minutes=ask.minutes, content=ask.content,
        )
        findings = list(rules.judge(draft, self._used(piece.class_id, piece.day, without=piece.assignment_id)))
        if any(f.force == "refuse" for f in findings):
            raise RuleRefused(details={"findings": [f.dump() for f in findings]})
        return self._change(
            piece, state="corrected", kind=ask.kind, place=ask.place, minutes=ask.minutes, content=ask.content,
            reason=ask.reason,
        )

    def withdraw(self, ask: WithdrawHomework, actor: Actor) -> Stands:
        piece = self._own(ask.assignment_id, actor)
        if piece.state == "withdrawn":
            raise Conflict(details={"stands": piece.dump()})
        return self._change(piece, state="withdrawn", reason=ask.reason)

    def read(self, ask: ReadAssignment, actor: Actor) -> Assignment:
        piece = self.pieces.get(ask.assignment_id)
        of_family = actor.roles() == {Role.GUARDIAN}
        if piece is None or (of_family and all(g.class_id != piece.class_id for g in actor.grants)):
            raise NotFound
        return piece

    def mine(self, ask: ListMine, actor: Actor) -> Assignments:
        own = [p for p in self.pieces.values() if p.teacher_id == actor.person_id]
        asked = [p for p in own if ask.before is None or p.day < ask.before]
        return Assignments(assignments=tuple(sorted(asked, key=lambda p: p.day, reverse=True)[:50]))

    def board(self, ask: of_board.ReadBoard, actor: Actor) -> of_board.Board:
        if actor.school_id != who.SCHOOL_ID:
            return of_board.Board(day=ask.day, day_kind="school_day", classes=())
        swapped = self.swapped.get(ask.day)
        kind = "school_day" if ask.day.isoweekday() < 6 or swapped else "weekend"
        shown = [c for c in self.classes if not ask.class_ids or c.class_id in ask.class_ids]
        return of_board.Board(
            day=ask.day, day_kind=kind, follows_weekday=swapped,
            classes=tuple(self._day(c.class_id, c.grade, c.number, ask.day) for c in shown),
        )

    def week(self, ask: of_board.ReadWeek, actor: Actor) -> of_board.Week:
        monday = ask.day - timedelta(days=ask.day.weekday())
        days = [of_board.ReadBoard(day=monday + timedelta(n), class_ids=ask.class_ids) for n in range(7)]
        return of_board.Week(boards=tuple(self.board(day, actor) for day in days))

    def _day(self, class_id: str, grade: int, number: int, day: date) -> of_board.ClassDay:
        pieces = tuple(p for p in self.pieces.values() if (p.class_id, p.day) == (class_id, day))
        standing = [p for p in pieces if p.state != "withdrawn"]
        at = {place: sum(p.minutes for p in standing if p.place is place) for place in Place}
        return of_board.ClassDay(
            class_id=class_id, grade=grade, number=number, minutes_at_school=at[Place.SCHOOL],
            minutes_at_home=at[Place.HOME], budget=self._budget(class_id, day), assignments=pieces,
        )

    def _budget(self, class_id: str, day: date) -> DayBudget:
        used, cap = self._used(class_id, day), rules.cap_of(class_id)
        home = cap == 0
        return DayBudget(
            class_id=class_id, day=day, used_minutes=0 if home else used, limit_minutes=cap,
            left_minutes=max(0, cap - used), place="home" if home else "total",
            clause=rules.NONE_CLAUSE if home else rules.CAP_CLAUSE,
        )

    def _used(self, class_id: str, day: date, without: str = "") -> int:
        counted = (p for p in self.pieces.values() if p.kind is Kind.WRITTEN and p.state != "withdrawn")
        return sum(p.minutes for p in counted if (p.class_id, p.day) == (class_id, day) and p.assignment_id != without)

    def _judged(self, draft: Draft) -> list[rules.Finding]:
        return list(rules.judge(draft, self._used(draft.class_id, draft.day)))

    def _own(self, assignment_id: str, actor: Actor) -> Assignment:
        piece = self.pieces.get(assignment_id)
        if piece is None or piece.teacher_id != actor.person_id:
            raise NotFound
        return piece

    def _change(self, piece: Assignment, **said: object) -> Stands:
        changed = replace(piece, sequence=piece.sequence + 1, changed_at=clock.now(), **said)  # type: ignore[arg-type]
        self.pieces[piece.assignment_id] = changed
        self._tell(changed.state, changed)
        return Stands(assignment_id=changed.assignment_id, sequence=changed.sequence)

    def _tell(self, what: str, piece: Assignment) -> None:
        facts = {"class_id": piece.class_id, "subject": piece.subject, "day": piece.day.isoformat()}
        if what != "withdrawn":
            facts |= {"kind": piece.kind, "place": piece.place, "minutes": str(piece.minutes)}
        self.notify.tell_class(f"homework.{what}", piece.assignment_id, piece.class_id, facts)
        kind = EVENTS[what]
        self.announce(kind(**{name: getattr(piece, name) for name in kind.schema().fields}))

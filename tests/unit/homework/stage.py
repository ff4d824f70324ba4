"""Stage: a district and a school of its own for each test, with one class of grade 3, on a store real or not."""

from datetime import date, timedelta

from contracts import catalogue
from contracts.actor import Grant, Role
from contracts.directory.calendar import CalendarPublished, MarkedDay, Season, Term
from contracts.directory.school import ClassOpened
from contracts.homework.assignment import ListMine, ReadAssignment, ReadBudget, WithdrawHomework
from contracts.homework.board import ReadBoard, ReadWeek
from contracts.received import Received
from contracts.rulebook.norms import NormsPublished
from plumbing import clock
from plumbing.ids import new_id
from services.homework.application.board import read_board, read_week
from services.homework.application.budget import read_budget
from services.homework.application.correct import correct
from services.homework.application.judge import judge
from services.homework.application.learn import learn
from services.homework.application.publish import publish
from services.homework.application.read import read, read_mine
from services.homework.application.withdraw import withdraw
from services.homework.domain.kept_verdict import rejudge
from tests.unit.homework import cast

LONG_AGO, FAR_AHEAD = date(2000, 9, 1), date(2100, 1, 15)


class Stage:
    """`maths` and `chinese` teach the class; every word goes through the use cases, one transaction each."""

    def __init__(self, store, district_id=None):
        self.store, self.district_id, self.school_id = store, district_id or new_id(), new_id()
        self.calendar_id, self.own_calendar_id = new_id(), new_id()
        self.nation_id, self.layer_id = new_id(), new_id()
        self.today = clock.today()
        self.class_id = self.open_class(grade=3, number=2)
        self.maths, self.chinese = self.teacher("数学"), self.teacher("语文")

    def knows_its_rules(self, *own):
        """Let calendar, nation's norms and the school's own be known."""
        self.calendar()
        self.nation(*cast.NATION)
        if own:
            self.own_norms(*own)
        return self

    def hear(self, event, sequence=1, *, of_school=True, occurred_at=None):
        """Let another house announce something."""
        self.store.hear(learn, Received(
            event=event, queue=catalogue.HOMEWORK_FACTS.queue, message_id=new_id(), sequence=sequence,
            occurred_at=occurred_at or clock.now(), district_id=self.district_id,
            school_id=self.school_id if of_school else None, request_id="test",
        ))

    def calendar(
        self, *marked: MarkedDay, terms=None, seasons: tuple[Season, ...] = (), sequence=1, calendar_id=None,
        occurred_at=None,
    ):
        """Let directory announce the calendar; unless said otherwise, there is always term."""
        terms = terms or (Term(name="学期", first=LONG_AGO, last=FAR_AHEAD),)
        event = CalendarPublished(
            calendar_id=calendar_id or self.calendar_id, terms=terms, marked=marked, seasons=seasons
        )
        self.hear(event, sequence, of_school=False, occurred_at=occurred_at)

    def own_calendar(self, *marked: MarkedDay, sequence=1):
        """Let directory announce that the school has a calendar of its own."""
        terms = (Term(name="学期", first=LONG_AGO, last=FAR_AHEAD),)
        event = CalendarPublished(calendar_id=self.own_calendar_id, terms=terms, marked=marked)
        self.hear(event, sequence)

    def nation(self, *norms, sequence=1):
        """Let rulebook announce the nation's norms."""
        event = NormsPublished(layer_id=self.nation_id, layer="national", version=sequence, norms=norms)
        self.hear(event, sequence, of_school=False)

    def own_norms(self, *norms, sequence=1):
        """Let rulebook announce the school's own norms."""
        own = tuple({**norm, "layer": "school"} for norm in norms)
        self.hear(NormsPublished(layer_id=self.layer_id, layer="school", version=sequence, norms=own), sequence)

    def open_class(self, grade, number=1, *, class_id=None, sequence=1, **of_its_year):
        """Let directory announce a class."""
        class_id = class_id or new_id()
        self.hear(ClassOpened(class_id=class_id, grade=grade, number=number, **of_its_year), sequence)
        return class_id

    def teacher(self, subject, *class_ids):
        """Return someone who teaches a subject in the class, or in these."""
        grants = [cast.teaches(class_id, subject) for class_id in class_ids or (self.class_id,)]
        return cast.actor(self, *grants, person_id=new_id())

    def staff(self, role=Role.PRINCIPAL):
        """Return somebody of the staff who teaches nothing."""
        return cast.actor(self, Grant(role=role), person_id=new_id())

    def guardian(self, class_id=None):
        """Return the guardian of a child of the class."""
        child = Grant(role=Role.GUARDIAN, pupil_id=new_id(), class_id=class_id or self.class_id)
        return cast.actor(self, child, person_id=new_id())

    def visitor(self):
        """Return somebody who has not signed in."""
        return cast.actor(self, Grant(role=Role.VISITOR), person_id=new_id())

    def in_days(self, days):
        """Return a date counted from today."""
        return self.today + timedelta(days=days)

    def _of(self, said):
        return {"class_id": self.class_id, "day": self.in_days(1), **said}

    def publish(self, minutes=20, by=None, **said):
        """Let a teacher publish; return the answer."""
        actor = by or self.maths
        subject = said.pop("subject", None) or actor.grants[0].subject
        ask = cast.publication(minutes=minutes, subject=subject, **self._of(said))
        return self.store.ask(publish, ask, actor)

    def judge(self, minutes=20, by=None, **said):
        """Let a teacher ask what a draft would meet."""
        return self.store.ask(judge, cast.draft(minutes=minutes, **self._of(said)), by or self.maths)

    def correct(self, piece, by=None, sequence=1, **said):
        """Let a teacher correct a piece."""
        return self.store.ask(correct, cast.correction(piece.assignment_id, sequence, **said), by or self.maths)

    def withdraw(self, piece, by=None):
        """Let a teacher take a piece back."""
        ask = WithdrawHomework(assignment_id=piece.assignment_id, reason="课上已经做完")
        return self.store.ask(withdraw, ask, by or self.maths)

    def read(self, piece, by=None):
        """Let somebody open one piece."""
        return self.store.ask(read, ReadAssignment(assignment_id=piece.assignment_id), by or self.maths)

    def mine(self, by=None, before=None):
        """Let a teacher look at one page of what they have set."""
        return self.store.ask(read_mine, ListMine(before=before), by or self.maths).assignments

    def budget(self, by=None, **of):
        """Let a teacher ask what the class has."""
        return self.store.ask(read_budget, ReadBudget(**self._of(of)), by or self.maths)

    def board(self, by=None, *, class_ids=(), day=None):
        """Let somebody look at the board."""
        ask = ReadBoard(day=day or self.in_days(1), class_ids=class_ids)
        return self.store.ask(read_board, ask, by or self.visitor())

    def week(self, day):
        """Let a visitor look at the week of a day."""
        return self.store.ask(read_week, ReadWeek(day=day), self.visitor())

    def shown(self, class_id=None, day=None):
        """Return what the board shows of one class."""
        (found,) = self.board(class_ids=(class_id or self.class_id,), day=day).classes
        return found

    def news(self):
        """Return every event promised so far."""
        return self.store.news(self.school_id)

    def verdicts(self, piece):
        """Return what was remembered of each judgement on a piece."""
        return self.store.ask(lambda unit, _: unit.verdicts_of(piece.assignment_id), None, self.maths)

    def rejudged(self, piece):
        """Judge a piece's versions again, each by the editions that its verdict rests on; return the new verdicts."""

        def again(unit, _):
            return [rejudge(kept, unit.editions(kept.editions)) for kept in unit.verdicts_of(piece.assignment_id)]

        return self.store.ask(again, None, self.maths)

    def versions(self, piece):
        """Return all that the board ever said of a piece."""
        return self.store.versions(self.school_id, piece.assignment_id)

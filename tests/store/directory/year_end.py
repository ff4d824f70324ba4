"""YearEnd: the first school of a stage at its year's end: 三（2）班, 五（1）班 and, about to graduate, 六（1）班."""

from dataclasses import replace
from datetime import date, timedelta

from contracts.actor import Actor, Grant, Role
from contracts.directory.calendar import Term
from contracts.directory.next_year import BeginYear, ReadNextYear
from contracts.directory.school import ListClasses
from plumbing import clock
from plumbing.caller import Caller
from plumbing.ids import new_id
from services.directory.application.school_year.begin import take_into_year
from services.directory.application.school_year.next_year import begin_year, read_next_year
from services.directory.application.schools import list_classes
from services.directory.domain.school_year import school_year_of
from tests.store.directory.cast import a_class, a_pupil


class YearEnd:
    """Its office, its classes, and what becomes of them. The present year's last term ended yesterday."""

    def __init__(self, stage):
        self.stage, self.today = stage, clock.today()
        self.present = school_year_of(self.today)
        self.sixth = a_class(6, 1)
        self.eldest = a_pupil("毕业生", self.sixth, 7, stage.neighbour)
        self.old = Term(name="旧学期", first=self.today - timedelta(days=90), last=self.today - timedelta(days=1))
        self.new = Term(
            name="新学期", first=date(self.present + 1, 8, 30), last=date(self.present + 1, 12, 31)
        )
        self.actor = Actor(
            person_id=stage.head.person_id, district_id=stage.roll.district.district_id,
            school_id=stage.first.school_id, grants=(Grant(role=Role.ACADEMIC_OFFICE),),
        )
        self.announced(self.old, self.new)

    def announced(self, *terms):
        """Let the district announce these terms, and the school have its three classes."""
        head = replace(self.stage.first.staff[0], grants=(
            *self.stage.first.staff[0].grants,
            Grant(role=Role.TEACHER, class_id=self.sixth.class_id, subject="数学"),
        ))
        school = replace(
            self.stage.first, classes=(*self.stage.first.classes, self.sixth), staff=(head,),
            pupils=(*self.stage.first.pupils, self.eldest),
        )
        calendar = replace(self.stage.roll.calendar, terms=terms, marked=(), provisional_from=None)
        self.stage.take_in(replace(self.stage.roll, calendar=calendar, schools=(school, self.stage.second)))

    def ask(self, use_case, ask, key=None):
        caller = Caller(actor=self.actor, call="directory.next_year", request_id="test", key=key)
        return self.stage.store.change(use_case, ask, caller)

    @property
    def preview(self):
        return self.ask(read_next_year, ReadNextYear())

    @property
    def classes(self):
        return [one.name for one in self.ask(list_classes, ListClasses()).classes]

    def asks_to_begin(self, year=None):
        return self.ask(begin_year, BeginYear(year=year or self.present + 1), key=new_id())

    def begins(self, year=None):
        """Do what the job does at its end."""
        self.ask(lambda unit, _: take_into_year(unit, year or self.present + 1), ReadNextYear())

    def news_since(self, told):
        return self.stage.store.news(self.stage.within(self.stage.first))[told:]

    def told(self):
        return len(self.news_since(0))

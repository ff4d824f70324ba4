"""Office: an after-school office that writes the programme of a term, under norms and by a calendar."""

from datetime import date, time, timedelta

from contracts.actor import Role
from contracts.directory.calendar import CalendarPublished, Season, SeasonName, Term
from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.planned import DropOffering, StaffKind, WriteOffering
from contracts.enrolment.programme import (
    AnnounceProgramme,
    ListProgrammes,
    OpenProgramme,
    ReadAnnounced,
    ReadProgramme,
)
from contracts.enrolment.session import DropSession, SessionKind, WriteSession
from contracts.rulebook.norms import NormsPublished
from plumbing import clock
from plumbing.ids import new_id
from services.enrolment.application.programme.announcing import announce_programme
from services.enrolment.application.programme.offerings import drop_offering, write_offering
from services.enrolment.application.programme.opening import open_programme
from services.enrolment.application.programme.reading import read_announced, read_programme, read_programmes
from services.enrolment.application.programme.sessions import drop_session, write_session
from tests.store.enrolment import cast

TERM = "2098-2099学年第一学期"
FIRST, LAST = date(2098, 9, 1), date(2099, 1, 20)
WINTER = date(2098, 10, 1)
EVERY_DAY = (1, 2, 3, 4, 5)


def norm(key, measure, bound, value, *, about="care", force="refuse", unit=None, layer="national", **scope):
    """Return the document of a norm with one row."""
    units = {"service_days": "days", "service_minutes": "minutes", "minutes_before_off_work": "minutes",
             "ends_at": "time", "fee_yuan": "yuan", "club_lessons": "lessons"}
    row = {"value": value, "effective_from": "2021-09-01", "clause": f"{key} 的条款", "source": "测试", **scope}
    return {
        "key": key, "title": key, "layer": layer, "about": about, "measure": measure, "bound": bound,
        "unit": unit or units.get(measure, "codes"), "force": force, "rows": [row],
    }


FIVE_DAYS = norm("five_days", "service_days", "at_least", 5, session_kinds=["after_school"])
TWO_HOURS = norm("two_hours", "service_minutes", "at_least", 120, session_kinds=["after_school"])
NOT_BEFORE_OFF_WORK = norm(
    "off_work", "minutes_before_off_work", "at_most", 0, force="warn", session_kinds=["after_school"]
)
NO_NEW_LESSONS = norm("no_new_lessons", "offering_practices", "forbidden", ["new_lessons"], about="offering")
INSTITUTIONS = norm(
    "institutions", "institution_faults", "forbidden", ["subject_training", "off_white_list", "unselected"],
    about="offering",
)
NATION = (FIVE_DAYS, TWO_HOURS, NOT_BEFORE_OFF_WORK, NO_NEW_LESSONS, INSTITUTIONS)


def calendar_told(*more, seasons=True):
    """Return the news of a calendar with one term, in which summer turns to winter; and more terms, where named."""
    told = (
        Season(first=date(2098, 5, 1), season=SeasonName.SUMMER, off_work_at=time(17, 30)),
        Season(first=WINTER, season=SeasonName.WINTER, off_work_at=time(17)),
    )
    return CalendarPublished(
        calendar_id=new_id(), terms=(Term(name=TERM, first=FIRST, last=LAST), *more), marked=(),
        seasons=told if seasons else (),
    )


def nation_told(*norms):
    """Return the news of the nation's norms."""
    return NormsPublished(layer_id="00000000-0000-7000-8000-000000000001", layer="national", version=1, norms=norms)


class Office:
    """One person of the office, at work on one school's programme."""

    def __init__(self, stage, *, norms=NATION, seasons=True):
        self.stage = stage
        self.actor = stage.employ(cast.staff(stage.school_id, Role.AFTER_SCHOOL_OFFICE))
        self.calendar(seasons=seasons)
        if norms:
            self.nation(*norms)
        stage.family()

    def calendar(self, *, seasons=True, sequence=1):
        self.stage.hear(calendar_told(seasons=seasons), sequence, of_school=False)

    def nation(self, *norms):
        self.stage.hear(nation_told(*norms), of_school=False)

    def district(self, *norms):
        told = tuple({**one, "layer": "district"} for one in norms)
        self.stage.hear(NormsPublished(layer_id=new_id(), layer="district", version=1, norms=told), of_school=False)

    def ask(self, use_case, ask):
        return self.stage.ask(use_case, ask, self.actor)

    def terms(self):
        return self.ask(read_programmes, ListProgrammes()).terms

    def open(self, term=TERM, like=None):
        return self.ask(open_programme, OpenProgramme(term=term, like=like))

    def read(self, programme):
        return self.ask(read_programme, ReadProgramme(programme_id=programme.programme_id))

    def session(self, programme, before=None, **said):
        usual = {
            "kind": SessionKind.AFTER_SCHOOL, "name": "放学后", "grades": (3,), "weekdays": EVERY_DAY,
            "starts_at": time(15, 30), "ends_at": time(17, 30), "collect_by": time(18),
        }
        stands = {name: getattr(before, name) for name in usual} if before else {}
        known = {"session_id": before.session_id, "changes": before.changes} if before else {}
        ask = WriteSession(programme_id=programme.programme_id, **known, **{**usual, **stands, **said})
        return self.ask(write_session, ask)

    def offer(self, programme, before=None, **said):
        usual = {
            "sort": OfferingSort.BASIC_CARE, "title": "三年级看护", "grades": (3,), "weekdays": EVERY_DAY,
            "capacity": 20, "staff_kinds": (StaffKind.OWN,),
        }
        known = {}
        if before:
            usual = {name: value for name, value in vars(before).items() if name not in ("taken", "waiting")}
            known = {"offering_id": before.offering_id, "changes": before.changes}
        usual["session_id"] = before.session_id if before else self.read(programme).sessions[0].session_id
        ask = WriteOffering(programme_id=programme.programme_id, **{**usual, **known, **said})
        return self.ask(write_offering, ask)

    def drop(self, offering):
        return self.ask(drop_offering, DropOffering(offering_id=offering.offering_id, changes=offering.changes))

    def drop_session(self, session):
        return self.ask(drop_session, DropSession(session_id=session.session_id, changes=session.changes))

    def lawful(self, **said):
        """Return a programme with care that every norm of the nation is content with."""
        programme = self.session(self.open())
        return self.offer(programme, **said)

    def announce(self, programme, **said):
        usual = {"opens_on": clock.today() - timedelta(days=1), "opens_at": time(19), "letter": "各位家长，自愿报名。"}
        ask = AnnounceProgramme(
            programme_id=programme.programme_id, sequence=said.pop("sequence", programme.sequence), **{**usual, **said}
        )
        return self.ask(announce_programme, ask)

    def shown(self, actor=None):
        return self.stage.ask(read_announced, ReadAnnounced(), actor or self.actor)

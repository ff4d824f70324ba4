"""A term in the little school: homework set, corrected and withdrawn, applications in every state."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from contracts.actor import Actor
from contracts.directory.calendar import Mark, SeasonName
from contracts.directory.district_calendar import KeepSeason, MarkDays
from contracts.directory.erasure import AskErasure, ErasureReason
from contracts.directory.export import AskExport, ExportContents, ExportOf, ExportPurpose
from contracts.directory.guardian import InviteGuardian, Relation
from contracts.directory.number import AskNumber
from contracts.directory.own_calendar import MarkDay
from contracts.directory.roster import CheckRoster, RosterOf, Suffix, TakeInRoster
from contracts.enrolment.application import DECIDERS, Application, Apply
from contracts.enrolment.approval import Decide, Decision
from contracts.enrolment.draw import CloseList, PublicValue
from contracts.enrolment.fee import Fees, OfferingFees, PlaceFee
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind, OfferingSort
from contracts.enrolment.planned import Practice, StaffKind, WriteOffering
from contracts.enrolment.programme import AnnounceProgramme, OpenProgramme, Placing, Programme
from contracts.enrolment.session import SessionKind, WriteSession
from contracts.enrolment.stand_in import AskToStandIn
from contracts.homework.assignment import CorrectHomework, Kind, Place, PublishHomework, WithdrawHomework
from contracts.homework.replay import AskReplay, ReplayedLayer
from contracts.rulebook.adoption import ReadDraft
from contracts.rulebook.chain import Affair
from contracts.rulebook.chain_draft import MoveStep, PublishChain, TakeOverChain
from contracts.rulebook.derogation import AskDerogation, DecideDerogation
from contracts.rulebook.derogation import Decision as Granting
from contracts.rulebook.draft import BoundName, ForceName, WriteRow
from plumbing import clock, ids
from services.enrolment.application.decision import decide
from services.enrolment.application.submission import apply
from tests.store.enrolment.office import TERM
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.enrolment import CARE, CHOIR, FOOTBALL
from tests.unit.gateway.houses.people import (
    ACTORS,
    CHEN,
    HAORAN,
    HE,
    LI,
    MA,
    PASSWORD,
    QIAN,
    SUN,
    THREE_TWO,
    WANG,
    WU,
    YIMING,
    YINUO,
    ZHAO,
)
from tests.unit.gateway.houses.programmes import LATER


@dataclass(frozen=True, kw_only=True)
class Term:
    """Ids of what happened."""

    day: date
    corrected: str
    withdrawn: str
    decided: str
    waiting: str
    checked: str
    taken_in: str
    being_checked: str
    own_day: date
    replayed: str
    being_replayed: str


def lived(houses: InMemoryHouses) -> Term:
    """Let the term happen today."""
    homework, enrolment, day = houses.homework, houses.enrolment, clock.today()

    def piece(subject: str, minutes: int, content: str) -> PublishHomework:
        return PublishHomework(
            class_id=THREE_TWO, subject=subject, day=day, kind=Kind.WRITTEN, place=Place.SCHOOL, minutes=minutes,
            content=content,
        )

    enrolment.deciders_of_all = {role for actor in ACTORS.values() for role in actor.roles()} & DECIDERS
    _half_returned(houses, YINUO, ACTORS[LI])
    homework.publish(piece("语文", 35, "语文书第 42 页，写一段话，介绍自己喜欢的一种小动物。"), ACTORS[ZHAO])
    first = homework.publish(piece("数学", 20, "口算练习第 12 页。\n每题都要写出过程。"), ACTORS[WANG]).assignment_id
    homework.correct(
        CorrectHomework(
            assignment_id=first, sequence=1, kind=Kind.WRITTEN, place=Place.SCHOOL, minutes=15,
            content="口算练习第 12 页。", reason="估计得太长",
        ),
        ACTORS[WANG],
    )
    second = homework.publish(piece("数学", 10, "第 13 页。"), ACTORS[WANG]).assignment_id
    homework.withdraw(WithdrawHomework(assignment_id=second, reason="和语文重复了"), ACTORS[WANG])
    enrolment.capacity[CARE] = 0
    decided = enrolment.apply(Apply(pupil_id=YIMING, care_weekdays=(1, 3), club_ids=(FOOTBALL,)), ACTORS[LI])
    enrolment.decide(Decide(application_id=decided.application_id, decision=Decision.APPROVE), ACTORS[WANG])
    _counted(houses, decided.application_id)
    waiting = _half_returned(houses, HAORAN, ACTORS[CHEN])
    for pupil_id in (YIMING, HAORAN):
        aunt = InviteGuardian(pupil_id=pupil_id, name="李姑姑", phone="13900000001", relation=Relation.OTHER)
        houses.directory.invite_guardian(aunt, ACTORS[WU])
    spring = MarkDays(
        version=0, first=day + timedelta(days=20), mark=Mark.HOLIDAY, name="春节", reason="国务院办公厅通知"
    )
    houses.directory.mark_days(spring, ACTORS[QIAN])
    winter = KeepSeason(
        version=1, season=SeasonName.WINTER, first=day - timedelta(days=50), off_work_at=time(17),
        reason="国务院办公厅通知",
    )
    houses.directory.keep_season(winter, ACTORS[QIAN])
    houses.directory.ask_number(AskNumber(phone="13900000002", password=PASSWORD), ACTORS[CHEN])
    for asker, pupil_id in ((WU, HAORAN), (SUN, YIMING)):
        _wait_for_another(houses, asker, pupil_id)
    _norms(houses)
    _chain(houses)
    _programmes(houses)
    for away in (WANG, SUN, WU, HE, MA):
        agreed = AskToStandIn(stand_in_id=WU if away == SUN else SUN, first=day, last=day + timedelta(days=3))
        enrolment.ask_to_stand_in(agreed, ACTORS[away])
    of_homework = [message for message in houses.notify.boxes[LI] if message.cause.startswith("homework")]
    for person_id in ACTORS.keys() - houses.notify.boxes.keys():
        houses.notify.boxes[person_id] = of_homework[-1:]
    return Term(
        day=day, corrected=first, withdrawn=second, decided=decided.application_id, waiting=waiting.application_id,
        checked=_roster(houses), taken_in=_roster(houses, taken_in=True), being_checked=_roster(houses, busy=True),
        own_day=_own_day(houses), replayed=_replay(houses), being_replayed=_replay(houses, busy=True),
    )


def _half_returned(houses: InMemoryHouses, pupil_id: str, guardian: Actor) -> Application:
    """Let a family's application wait for a decision on care, and for the family itself to choose another club."""
    asked = houses.enrolment.apply(Apply(pupil_id=pupil_id, care_weekdays=(5,), club_ids=(CHOIR,)), guardian)
    said = {"decision": Decision.RETURN, "reason": "合唱团改在周二了", "kinds": (OfferingKind.CLUB,)}
    return houses.enrolment.decide(Decide(application_id=asked.application_id, **said), ACTORS[SUN])


def _counted(houses: InMemoryHouses, application_id: str) -> None:
    """Let families have been refused care before, and football cost something."""
    enrolment, words = houses.enrolment, "每学期 120 元，全学期：应收 120 元"
    enrolment.refused_before.update({RefusalGround.FULL: 2, RefusalGround.PLACED_ALREADY: 1})
    football = OfferingFees(offering_id=FOOTBALL, title="足球社", fee_yuan=120, places=2, open_places=1, yuan=120)
    enrolment.statement = Fees(term=enrolment.terms[0], terms=enrolment.terms, offerings=(football,), yuan=120)
    fee = PlaceFee(offering_id=FOOTBALL, title="足球社", yuan=120, words=words)
    enrolment.applications[application_id] = replace(enrolment.applications[application_id], fees=(fee,))


def _chain(houses: InMemoryHouses) -> None:
    """Let the school have a chain of approval, which the office is changing."""
    rulebook = houses.rulebook
    taken = TakeOverChain(affair=Affair.BASIC_CARE, sequence=0, chain="care_class_principal")
    rulebook.take_over_chain(taken, ACTORS[WU])
    rulebook.publish_chain(PublishChain(affair=Affair.BASIC_CARE, sequence=1, version=0), ACTORS[WU])
    rulebook.move_step(MoveStep(affair=Affair.BASIC_CARE, sequence=0, place=2), ACTORS[WU])


def _programmes(houses: InMemoryHouses) -> None:
    """Let one programme be announced, and another be a draft that breaks a norm and needs a teacher twice at once."""
    announced = _programme(houses, TERM, lead_id=WANG)
    houses.enrolment.announce_programme(
        AnnounceProgramme(
            programme_id=announced.programme_id, sequence=announced.sequence, opens_on=clock.today(),
            opens_at=time(0), letter="各位家长：课后服务开始报名，自愿参加。", placing=Placing.DRAW,
            closes_on=clock.today(),
        ),
        ACTORS[HE],
    )
    choir = _choir(houses, announced)
    for guardian, pupil_id in ((LI, YIMING), (CHEN, HAORAN)):
        _placed(houses, pupil_id, choir, ACTORS[guardian])
    _draw(houses, announced)
    drafted = _programme(houses, LATER[0].name, starts_at=time(16), lead_id=ZHAO)
    club = WriteOffering(
        programme_id=drafted.programme_id, sort=OfferingSort.CLUB, title="合唱团", grades=(3,), weekdays=(3,),
        session_id=drafted.sessions[0].session_id, lead_id=ZHAO, practices=(Practice.NEW_LESSONS,), fee_yuan=60,
        capacity=20,
    )
    houses.enrolment.write_offering(club, ACTORS[HE])


def _choir(houses: InMemoryHouses, announced: Programme) -> str:
    """Let a club be offered that is to be drawn; return it."""
    club = WriteOffering(
        programme_id=announced.programme_id, sort=OfferingSort.CLUB, title="少儿合唱", capacity=1, grades=(1, 3, 5),
        weekdays=(3,), session_id=announced.sessions[0].session_id, staff_kinds=(StaffKind.OWN,), lead_id=ZHAO,
        cover_id=MA,
    )
    offered = houses.enrolment.write_offering(club, ACTORS[HE]).offerings
    return next(one.offering_id for one in offered if one.title == club.title)


def _placed(houses: InMemoryHouses, pupil_id: str, club_id: str, guardian: Actor) -> None:
    """Let a child have a place in the announced care, and wait for the draw of a club."""
    asked = Apply(pupil_id=pupil_id, care_weekdays=(1, 3), club_ids=(club_id,))
    office = houses.enrolment.office
    made = office.ask(apply, asked, guardian)
    office.ask(decide, Decide(application_id=made.application_id, decision=Decision.APPROVE), ACTORS[WANG])


def _draw(houses: InMemoryHouses, announced: Programme) -> None:
    """Let nobody apply any more, and the list of the draw be closed."""
    kept = houses.enrolment.office.state.of_programmes.programmes
    yesterday = clock.today() - timedelta(days=1)
    kept[announced.programme_id] = replace(kept[announced.programme_id], closes_on=yesterday)
    closing = CloseList(
        programme_id=announced.programme_id, value=PublicValue.DOUBLE_COLOUR_BALL,
        value_on=clock.today() + timedelta(days=1),
    )
    houses.enrolment.close_list(closing, ACTORS[HE])


def _programme(
    houses: InMemoryHouses, term: str, starts_at: time = time(15), lead_id: str | None = None
) -> Programme:
    """Return a term's programme with a session and care in it."""
    begun = houses.enrolment.open_programme(OpenProgramme(term=term), ACTORS[HE])
    every_day = {"programme_id": begun.programme_id, "grades": (1, 3, 5), "weekdays": (1, 2, 3, 4, 5)}
    written = houses.enrolment.write_session(
        WriteSession(
            **every_day, name="放学后", kind=SessionKind.AFTER_SCHOOL, starts_at=starts_at, ends_at=time(17),
            collect_by=time(18), summer_ends_at=time(17, 30),
        ),
        ACTORS[HE],
    )
    care = WriteOffering(
        **every_day, sort=OfferingSort.BASIC_CARE, title="看护", capacity=60, location="各班教室", lead_id=lead_id,
        session_id=written.sessions[0].session_id, staff_kinds=(StaffKind.OWN,), description="做作业，自由阅读。",
    )
    return houses.enrolment.write_offering(care, ACTORS[HE])


def _norms(houses: InMemoryHouses) -> None:
    """Let a colleague draft a norm for the school and one for the district, the office ask for two derogations, and the
    district grant one of them.
    """
    today, rulebook = clock.today(), houses.rulebook
    for office in (WU, QIAN):
        rulebook.write_row(
            WriteRow(
                sequence=0, title="家庭书面作业", about="homework", measure="written_home_maximum",
                bound=BoundName.AT_MOST, force=ForceName.REFUSE, value=("30",), grades=(3, 4), effective_from=today,
                clause="三、四年级每天家庭书面作业不超过30分钟。", source="本校作业管理制度",
            ),
            replace(ACTORS[office], person_id=HE),
        )
    asked = [
        rulebook.ask_derogation(
            AskDerogation(
                layer="district", norm="service_days_a_week", value=("4",), reason="周四下午教师集体学习",
                effective_from=today + timedelta(days=wait), effective_to=today + timedelta(days=wait + 30),
            ),
            ACTORS[WU],
        ).request_id
        for wait in (0, 60)
    ]
    rulebook.decide_derogation(
        DecideDerogation(request_id=asked[0], decision=Granting.GRANT, words="教基〔2026〕12 号"), ACTORS[QIAN]
    )


def _wait_for_another(houses: InMemoryHouses, asker: str, pupil_id: str) -> None:
    """Let one of the office ask for what takes two: a child to be erased, and the whole school to be written down."""
    houses.directory.ask_erasure(AskErasure(pupil_id=pupil_id, reason=ErasureReason.FAMILY), ACTORS[asker])
    school = AskExport(scope=ExportOf.SCHOOL, contents=ExportContents.NAMES, purpose=ExportPurpose.SAFETY)
    houses.directory.ask_export(school, ACTORS[asker])


def _own_day(houses: InMemoryHouses) -> date:
    """Let the academic office mark a day of its own; return it."""
    on = clock.today() + timedelta(days=10)
    ask = MarkDay(version=0, on=on, mark=Mark.WORKDAY, name="秋季运动会", reason="校务会决定")
    houses.directory.mark_day(ask, ACTORS[WU])
    return on


def _roster(houses: InMemoryHouses, *, taken_in: bool = False, busy: bool = False) -> str:
    directory, office, file_id = houses.directory, ACTORS[SUN], ids.new_id()
    directory.files[file_id], directory.busy = {0: b"x"}, busy
    asked = CheckRoster(file_id=file_id, suffix=Suffix.XLSX, people=RosterOf.PUPILS)
    roster_id = directory.check_roster(asked, office).roster_id
    if taken_in:
        directory.take_in_roster(TakeInRoster(roster_id=roster_id), office)
    return roster_id


def _replay(houses: InMemoryHouses, *, busy: bool = False) -> str:
    """Let the office have its draft tried on a month; return which replay that is."""
    homework, today = houses.homework, clock.today()
    homework.replays_busy = busy
    norms = houses.rulebook.draft(ReadDraft(), ACTORS[WU]).norms
    asked = AskReplay(layer=ReplayedLayer.SCHOOL, norms=norms, first=today - timedelta(days=30), last=today)
    replay_id = homework.ask_replay(asked, ACTORS[WU]).replay_id
    homework.replays_busy = False
    return replay_id

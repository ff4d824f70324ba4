"""Documents: the world as each house is given it, in the form that its own seed reads."""

from datetime import timedelta

from contracts.actor import Role
from demo.password import password_hash
from plumbing import clock
from tests.attack.world import AT_A_PLACE, ROLES, SUBJECT

_OF_A_SCHOOL = frozenset({Role.GRADE_LEAD, Role.AFTER_SCHOOL_OFFICE, Role.PRINCIPAL})
GRADE = 3


def term():
    """Return a term that runs."""
    today = clock.today()
    first, last = today - timedelta(days=60), today + timedelta(days=120)
    return {"name": "Q7TERM", "first": first.isoformat(), "last": last.isoformat()}


def directory(world, district, *, after_removal=False):
    """Return a district's roll; `after_removal` the removed hold nothing any more."""
    district_id = world.districts[district]
    schools = [school for school in world.schools if school.district_id == district_id]
    near = district == "near"
    people = [p for school in schools for place in world.places_of(school) for p in place.everybody()]
    if near:
        people += [p for held in (world.holders, world.removed) for p in held.values() if p not in people]
    officers = (world.holders, world.removed) if near and not after_removal else (world.holders,) if near else ()
    return {
        "district": {"district_id": district_id, "code": f"{district}-{world.nonce}", "name": "Q7DISTRICT"},
        "calendar": {
            "calendar_id": district_id, "terms": [term()], "marked": [], "provisional_from": None,
            "seasons": [{"first": clock.today().isoformat(), "season": "winter", "off_work_at": "17:00"}],
        },
        "password_hash": password_hash(),
        "officers": [
            {"person_id": held[Role.DISTRICT_OFFICE].person_id, "role": Role.DISTRICT_OFFICE} for held in officers
        ],
        "people": [
            {"person_id": p.person_id, "name": p.name, "phone": p.phone, "login": p.login} for p in people
        ],
        "schools": [_school(world, school, after_removal) for school in schools],
    }


def _school(world, school, after_removal):
    places = world.places_of(school)
    own = world.places["own"]
    staff = [
        _colleague(p, grant) for place in places for role in AT_A_PLACE if role is not Role.GUARDIAN
        for p, grant in [(place.people[role], _grant(role, place))]
    ]
    staff += [_colleague(place.aside[Role.TEACHER], _grant(Role.TEACHER, place)) for place in places]
    if own in places:
        staff += [_colleague(world.holders[role], _grant(role, own)) for role in ROLES if role in _OF_A_SCHOOL]
        staff += [
            _colleague(world.removed[role], None if after_removal else _grant(role, own))
            for role in ROLES if role not in (Role.GUARDIAN, Role.DISTRICT_OFFICE)
        ]
    return {
        "school_id": school.school_id, "code": school.code, "name": school.name, "stage": "primary",
        "classes": [{"class_id": p.class_id, "grade": GRADE, "number": p.number} for p in places],
        "staff": staff,
        "pupils": [
            _pupil(place, seat, purpose, [] if after_removal or place is not own else [world.removed[Role.GUARDIAN]])
            for place in places for seat, purpose in enumerate(place.pupils, 1)
        ],
    }


def _pupil(place, seat, purpose, more_guardians):
    guardians = [place.people[Role.GUARDIAN], place.aside[Role.GUARDIAN], *more_guardians]
    return {
        "pupil_id": place.pupils[purpose], "name": place.child_name(purpose), "class_id": place.class_id,
        "seat_number": seat, "guardian_ids": [guardian.person_id for guardian in guardians],
    }


def _grant(role, place):
    bound = {Role.TEACHER: {"class_id": place.class_id, "subject": SUBJECT}, Role.GRADE_LEAD: {"grade": GRADE}}
    return {"role": role, **bound.get(role, {"class_id": place.class_id} if role is Role.HEAD_TEACHER else {})}


def _colleague(someone, grant):
    return {"staff_id": someone.staff_id, "person_id": someone.person_id, "grants": [grant] if grant else []}


def rulebook(world):
    """Return one norm that forbids nothing here, so that every district has its layers, and each school's chains."""
    norm = {
        "key": "written_minutes_a_day", "title": "每天书面作业总量", "measure": "written_total_average",
        "bound": "at_most", "unit": "minutes", "force": "refuse",
        "rows": [{
            "grades": "3-6", "value": 60, "effective_from": "2021-09-01", "clause": "每天书面作业平均不超过60分钟。",
            "source": "Q7",
        }],
    }
    ids = world.districts.values()
    chains = [
        {"district_id": school.district_id, "school_id": school.school_id, "affair": affair, "chain": "care_class"}
        for school in world.schools for affair in ("basic_care", "club")
    ]
    layers = [{"layer": "district", "district_id": i, "school_id": None, "norms": [norm]} for i in ids]
    return {"layers": layers, "chains": chains}


def homework(world):
    """Return the pieces of each class."""
    now = clock.now().isoformat()
    return {"pieces": [
        {
            **_where(place), "assignment_id": piece_id, "class_id": place.class_id,
            "teacher_id": place.people[Role.TEACHER].person_id, "subject": SUBJECT, "day": clock.today().isoformat(),
            "kind": "reading", "place": "school", "minutes": 1, "content": place.content, "published_at": now,
        }
        for place in world.places.values() for piece_id in place.pieces.values()
    ]}


def enrolment(world):
    """Return care and a club in each school, and the applications of each class."""
    every_day = {"grades": [GRADE], "weekdays": [1, 2, 3, 4, 5]}
    hours = {"kind": "after_school", "name": "Q7", "starts_at": "16:30", "ends_at": "17:30", "collect_by": "18:00"}
    sessions = [
        {
            **every_day, **hours, "session_id": school.session_id, "programme_id": school.programme_id,
            "placing": "draw",
            "district_id": school.district_id,
            "school_id": school.school_id,
        }
        for school in world.schools
    ]
    offerings = [
        {
            **every_day, "offering_id": offering_id, "district_id": school.district_id, "school_id": school.school_id,
            "session_id": school.session_id, "kind": kind, "title": school.club, "capacity": 500,
        }
        for school in world.schools for offering_id, kind in ((school.care_id, "basic_care"), (school.club_id, "club"))
    ]
    return {"term": term(), "sessions": sessions, "offerings": offerings, "applications": [
        {
            **_where(place), "application_id": application_id, "pupil_id": place.pupils[purpose],
            "class_id": place.class_id, "applicant_id": place.people[Role.GUARDIAN].person_id,
            "submitted_at": clock.now().isoformat(),
            "places": [{"offering_id": place.school.care_id, "weekdays": [1]}],
        }
        for place in world.places.values() for purpose, application_id in place.applications.items()
    ]}


def _where(place):
    return {"district_id": place.school.district_id, "school_id": place.school.school_id}

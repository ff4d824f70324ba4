"""Asking: what a request to each route says, so that it is about the thing of one class; a new route adds a line here.

A route is asked by its address alone, with what the address leaves open filled in by `_OPEN`, unless `ABOUT`, `SAID` or
`FORMS` tells more. What a route asks for it has for itself in every class, under its key.
"""

import re
from dataclasses import dataclass
from types import SimpleNamespace
from urllib.parse import urlencode

from contracts.actor import NOBODY as NOBODYS
from contracts.actor import Role
from plumbing import clock
from plumbing.ids import new_id
from tests.attack.world import SUBJECT

ENDS_THE_SESSION = ("POST /sign-out", "DELETE /api/v1/session")
"""After these nobody is signed in any more: whoever tries them comes with a session of their own."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request. `thing` is the id that an answer about it shows, where an answer may also be about nothing."""

    method: str
    path: str
    form: dict | None = None
    plain: dict | None = None
    thing: str = ""


def asked(route, place, role):
    """Return the request to a route about the thing of a class, as somebody of this role would try it."""
    opened = {name: _OPEN[name](place, route.key, role) for name in route.names}
    path = route.rule
    for name, value in opened.items():
        path = re.sub(f"<(uuid:|path:|int:)?{name}>", value, path)
    about = ABOUT.get(route.key)
    query = about(place, route.key) if about else {}
    thing = next(iter(query.values())) if route.key in MAY_BE_EMPTY else ""
    plain = SAID[route.key](place, route.key) if route.key in SAID else {} if route.method in ("POST", "PUT") else None
    form = FORMS[route.key](place, route.key) if route.key in FORMS else {}
    return Request(
        method=route.method, path=path + (f"?{urlencode(query)}" if query else ""),
        form=form if route.of_pages else None, plain=plain if route.for_programs else None, thing=thing,
    )


NO_THING = {
    "filename", "on", "number", "first", "last", "chosen", "app", "link_id", "layer", "norm", "row", "about", "measure",
    "affair", "act", "place",
}
"""What an address leaves open without naming anybody's thing; another's link is as little there as one that is gone."""


def speaks_of_a_thing(route):
    """Say whether it makes a difference whose thing a request to this route names."""
    return bool(route.names - NO_THING or {route.key} & {*ABOUT, *SAID, *FORMS})


def asked_for(routes):
    """Return a class of which nothing exists after every route has asked for its thing: what a real one must have."""
    nowhere = Nowhere()
    for route in routes:
        asked(route, nowhere, Role.GUARDIAN)
    return nowhere


def unknown_names(routes):
    """Return what addresses leave open that nobody here can fill in."""
    return {name for route in routes for name in route.names} - set(_OPEN)


class Nowhere:
    """A class of which nothing exists; whatever it is asked for has an id that nobody has."""

    class _Any(dict):
        def __missing__(self, key):
            return self.setdefault(key, new_id())

    def __init__(self):
        self.class_id, self.published_id, self.school_id, self.exports = new_id(), new_id(), new_id(), self._Any()
        self.replay_id, self.programme_id, self.care_id, self.session_id = (new_id() for _ in range(4))
        self.pupils, self.pieces, self.applications = self._Any(), self._Any(), self._Any()
        self.roster = {"roster_id": new_id(), "check": {"job_id": new_id()}, "marked_file_id": new_id()}
        self.messages, self.sessions = self._Any(), self._Any()
        self.people = dict.fromkeys((Role.GUARDIAN, Role.TEACHER), SimpleNamespace(person_id=new_id()))
        self.aside = self.people
        self.content, self.school = "Q7NOWHERE", self

    code = "q7-no-such-school"


_OPEN = {
    "code": lambda place, key, role: place.school.code,
    "assignment_id": lambda place, key, role: place.pieces[key],
    "application_id": lambda place, key, role: place.applications[key],
    "message_id": lambda place, key, role: _of(place.messages, role),
    "session_id": lambda place, key, role: (
        place.school.session_id if "/programmes/" in key else _of(place.sessions, role)
    ),
    "programme_id": lambda place, key, role: place.school.programme_id,
    "offering_id": lambda place, key, role: place.school.care_id,
    "roster_id": lambda place, key, role: place.roster["roster_id"],
    "export_id": lambda place, key, role: place.exports[key.rpartition("/")[2]],
    "replay_id": lambda place, key, role: place.replay_id,
    "job_id": lambda place, key, role: place.roster["check"]["job_id"],
    "file_id": lambda place, key, role: place.roster["marked_file_id"] or place.roster["file_id"],
    "on": lambda place, key, role: _today(),
    "number": lambda place, key, role: "0",
    "first": lambda place, key, role: _today(),
    "last": lambda place, key, role: _today(),
    "chosen": lambda place, key, role: "en",
    "class_id": lambda place, key, role: place.class_id,
    "person_id": lambda place, key, role: _person(place, key),
    "request_id": lambda place, key, role: NOBODYS,
    "pupil_id": lambda place, key, role: place.pupils[key],
    "filename": lambda place, key, role: "mark.svg",
    "app": lambda place, key, role: "wecom",
    "link_id": lambda place, key, role: new_id(),
    "draft_id": lambda place, key, role: NOBODYS,
    "layer": lambda place, key, role: "national",
    "norm": lambda place, key, role: "written_minutes_a_day",
    "row": lambda place, key, role: "1",
    "about": lambda place, key, role: "homework",
    "measure": lambda place, key, role: "written_home_maximum",
    "affair": lambda place, key, role: "basic_care",
    "act": lambda place, key, role: "publish",
    "place": lambda place, key, role: "1",
}

ABOUT = {
    "GET /family": lambda place, key: {"child": place.pupils[key]},
    "GET /family/apply": lambda place, key: {"child": place.pupils[key]},
    "GET /family/apply/check": lambda place, key: {"child": place.pupils[key], "care_weekdays": 1},
    "POST /family/apply": lambda place, key: {"child": place.pupils[key]},
    "GET /api/v1/offerings": lambda place, key: {"pupil_id": place.pupils[key]},
    "GET /api/v1/homework/budget": lambda place, key: {"class_id": place.class_id, "day": _today()},
    "GET /api/v1/names": lambda place, key: {"pupil_ids": place.pupils[key]},
    "GET /api/v1/pupils": lambda place, key: {"pupil_ids": place.pupils[key]},
    "GET /api/v1/receipts": lambda place, key: {"about_ids": place.published_id},
    "GET /api/v1/norms/checkup": lambda place, key: {"on": _today()},
    "GET /api/v1/derogations": lambda place, key: {"on": _today()},
    "GET /api/v1/schools/<code>/rules/document": lambda place, key: {"layer": "national"},
    "GET /api/v1/district/after-school/refusals": lambda place, key: {"school_id": place.school.school_id},
    "GET /school/staff/<uuid:person_id>/posts/new": lambda place, key: {"role": Role.GRADE_LEAD},
    "GET /school/staff/<uuid:person_id>/posts/end": lambda place, key: {
        "role": Role.TEACHER, "class_id": place.class_id, "subject": SUBJECT
    },
    "GET /api/v1/schools/<code>/board": lambda place, key: {"day": _today()},
    "GET /api/v1/schools/<code>/week": lambda place, key: {"day": _today()},
    "GET /api/v1/schools/<code>/rules": lambda place, key: {"on": _today()},
}
"""What a question names after its question mark; the first value is the thing."""


def _post(place, key):
    return {"role": Role.GRADE_LEAD, "grade": 9}


def _invited(place, key):
    return {"name": "周大海", "relation": "father", "phone": "1"}


def _draft(place, key):
    return {
        "class_id": place.class_id, "subject": SUBJECT, "day": _today(), "kind": "reading", "place": "school",
        "minutes": 1, "content": place.content,
    }


def _correction(place, key):
    return {
        "sequence": 1, "kind": "reading", "place": "school", "minutes": 1, "content": place.content, "reason": "Q7"
    }


def _session_said(place, key):
    """Return a session that ends before it begins: what is not there is not there, what is there refuses it."""
    hours = {"starts_at": "17:00", "ends_at": "16:00", "collect_by": "18:00"}
    return {"name": "Q7", "kind": "after_school", "grades": [3], "weekdays": [1], "changes": 1, **hours}


def _offering_said(place, key):
    """Return an offering in a session that there is not."""
    said = {"sort": "club", "title": "Q7", "session_id": NOBODYS, "capacity": 1, "staff_kinds": ["own"]}
    return {**said, "grades": [3], "weekdays": [1], "changes": 1}


def _announcement(place, key):
    """Return an announcement of what nobody has seen so."""
    return {"sequence": 99, "opens_on": _today(), "opens_at": "19:00", "letter": "Q7"}


def _list_closed(place, key):
    """Return what would close a list by a value of today, which may be known already."""
    return {"value": "double_colour_ball", "value_on": _today()}
def _table(place, key):
    """Return a table in a programme that nobody has seen so."""
    said = {name: value for name, value in _offering_said(place, key).items() if name != "changes"}
    return {"sequence": 99, "offerings": [said]}


SAID = {
    "POST /api/v1/programmes/<uuid:programme_id>/offerings/table": _table,
    "POST /api/v1/exports/pupils": lambda place, key: {"pupil_ids": [place.pupils[key]]},
    "POST /api/v1/school-years": lambda place, key: {"year": 2199},
    "POST /api/v1/erasures/left": lambda place, key: {"pupil_ids": []},
    "POST /api/v1/pupils/<uuid:pupil_id>/erasure": lambda place, key: {"reason": "family"},
    "POST /api/v1/exports": lambda place, key: {
        "scope": "class", "class_id": place.class_id, "contents": "names", "purpose": "safety"
    },
    "POST /api/v1/rules/replays": lambda place, key: {
        "layer": "school", "norms": [], "first": _today(), "last": _today()
    },
    "POST /api/v1/homework": _draft,
    "POST /api/v1/homework/judgement": _draft,
    "PUT /api/v1/homework/<uuid:assignment_id>": _correction,
    "POST /api/v1/homework/<uuid:assignment_id>/withdrawal": lambda place, key: {"reason": "Q7"},
    "POST /api/v1/pupils/<uuid:pupil_id>/guardians": _invited,
    "PUT /api/v1/pupils/<uuid:pupil_id>/guardians/<uuid:person_id>/number": lambda place, key: {"phone": "1"},
    "POST /api/v1/pupils/<uuid:pupil_id>/guardians/<uuid:person_id>/end": lambda place, key: {"reason": "roster"},
    "PUT /api/v1/number-requests/<uuid:request_id>/decision": lambda place, key: {"decision": "refuse"},
    "POST /api/v1/people/<uuid:person_id>/sign-out": lambda place, key: {"reason": "lost"},
    "POST /api/v1/staff/<uuid:person_id>/posts": _post,
    "POST /api/v1/staff/<uuid:person_id>/posts/end": _post,
    "POST /api/v1/programmes/<uuid:programme_id>/sessions": _session_said,
    "POST /api/v1/programmes/<uuid:programme_id>/offerings": _offering_said,
    "POST /api/v1/programmes/<uuid:programme_id>/announcement": _announcement,
    "PUT /api/v1/programmes/<uuid:programme_id>/draw/list": _list_closed,
    "PUT /api/v1/programmes/<uuid:programme_id>/draw/value": lambda place, key: {"value": "Q7"},
    "POST /api/v1/programmes/sessions/removal": lambda place, key: {
        "session_id": place.school.session_id, "changes": 99
    },
    "POST /api/v1/programmes/offerings/removal": lambda place, key: {
        "offering_id": place.school.care_id, "changes": 99
    },
    "POST /api/v1/applications": lambda place, key: {"pupil_id": place.pupils[key], "care_weekdays": [1]},
    "PUT /api/v1/applications/<uuid:application_id>/decision": lambda place, key: {"decision": "approve"},
    "POST /api/v1/applications/<uuid:application_id>/hands": lambda place, key: {"how": "resolve", "comment": "Q7"},
}
"""What a program says."""

FORMS = {
    "POST /after-school/programmes/<uuid:programme_id>/paste": lambda place, key: {"table": "Q7"},
    "POST /after-school/programmes/<uuid:programme_id>/paste/write": lambda place, key: {"table": "Q7"},
    "POST /after-school/offerings/<uuid:offering_id>/file": lambda place, key: {"class_id": NOBODYS},
    "POST /school/next-year": lambda place, key: {"year": 2199},
    "POST /school/erasures/left": lambda place, key: {"school_id": place.school.school_id},
    "POST /school/pupils/<uuid:pupil_id>/erasure": lambda place, key: {"reason": "family"},
    "POST /school/exports": lambda place, key: {
        "school_id": place.school.school_id, "what": place.class_id, "contents": "names", "purpose": "safety"
    },
    "POST /homework/new": lambda place, key: _draft(place, key) | {"teaching": f"{place.class_id}|{SUBJECT}"},
    "POST /homework/check": lambda place, key: _draft(place, key) | {"teaching": f"{place.class_id}|{SUBJECT}"},
    "POST /homework/<uuid:assignment_id>/correct": _correction,
    "POST /homework/<uuid:assignment_id>/withdraw": lambda place, key: {"reason": "Q7"},
    "POST /children/<uuid:pupil_id>/guardians/new": _invited,
    "POST /children/<uuid:pupil_id>/guardians/<uuid:person_id>/number": lambda place, key: {"phone": "1"},
    "POST /children/<uuid:pupil_id>/guardians/<uuid:person_id>/end": lambda place, key: {"reason": "roster"},
    "POST /school/numbers/<uuid:request_id>": lambda place, key: {"decision": "refuse"},
    "POST /school/staff/<uuid:person_id>/sign-out": lambda place, key: {"reason": "lost"},
    "POST /children/<uuid:pupil_id>/guardians/<uuid:person_id>/sign-out": lambda place, key: {"reason": "lost"},
    "POST /school/staff/<uuid:person_id>/posts/new": _post,
    "POST /school/staff/<uuid:person_id>/posts/end": _post,
    "POST /family/apply": lambda place, key: {"care_weekdays": 1},
    "POST /after-school/draws/<uuid:programme_id>/list": _list_closed,
    "POST /after-school/draws/<uuid:programme_id>/value": lambda place, key: {"value": "Q7"},
    "POST /after-school/programmes/<uuid:programme_id>/sessions/new": _session_said,
    "POST /after-school/programmes/<uuid:programme_id>/sessions/<uuid:session_id>": _session_said,
    "POST /after-school/programmes/<uuid:programme_id>/offerings/new": _offering_said,
    "POST /after-school/programmes/<uuid:programme_id>/offerings/<uuid:offering_id>": _offering_said,
    "POST /after-school/programmes/<uuid:programme_id>/announce": _announcement,
    "POST /after-school/programmes/<uuid:programme_id>/sessions/drop": lambda place, key: {
        "session_id": place.school.session_id, "changes": 99
    },
    "POST /after-school/programmes/<uuid:programme_id>/offerings/drop": lambda place, key: {
        "offering_id": place.school.care_id, "changes": 99
    },
    "POST /applications/<uuid:application_id>": lambda place, key: {"decision": "approve"},
    "POST /applications/<uuid:application_id>/hand": lambda place, key: {"how": "resolve", "comment": "Q7"},
}
"""What a form says."""

MAY_BE_EMPTY = (
    "GET /api/v1/names", "GET /api/v1/pupils", "GET /api/v1/receipts", "GET /api/v1/district/after-school/refusals",
)
"""What is not for the asker is left out of these answers, without a word."""


def _person(place, key):
    """Return whom the address names: the child's guardian, or a teacher; one who stands aside where sessions end."""
    people = place.aside if key.endswith(("/sign-out", "/reset")) else place.people
    return people[Role.GUARDIAN if "/guardians/" in key else Role.TEACHER].person_id


def _of(things, role):
    """Return what somebody of this role has; of a class in which nobody has that role, what its family has."""
    return things[role] if role in things or isinstance(things, Nowhere._Any) else things[Role.GUARDIAN]


def _today():
    return clock.today().isoformat()

"""Rolls: a district, its schools and people taken in at once, each kind by one statement."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from contracts.message import Message
from services.directory.application.rolls.roll import RollCalendar, RollDistrict, RollOfficer, RollPerson, RollSchool
from services.directory.domain.login import normal
from services.directory.store.sealed import Sealed

_DISTRICT = """
INSERT INTO district (district_id, code, name) VALUES (:district_id, :code, :name)
ON CONFLICT (district_id) DO UPDATE SET code = excluded.code, name = excluded.name
"""
_DISTRICT_OF = "SELECT district_id FROM district WHERE code = :code"
_SCHOOLS = """
INSERT INTO school (school_id, district_id, code, name, stage)
SELECT school_id, qingfu.district(), code, name, stage
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (school_id uuid, code text, name text, stage text)
ON CONFLICT (school_id) DO UPDATE SET code = excluded.code, name = excluded.name, stage = excluded.stage
"""
_PEOPLE = """
INSERT INTO person (person_id, name, phone_sealed, phone_index)
SELECT person_id, name, decode(phone_sealed, 'hex'), decode(phone_index, 'hex')
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (person_id uuid, name text, phone_sealed text, phone_index text)
ON CONFLICT (district_id, person_id) DO UPDATE
SET name = excluded.name, phone_sealed = excluded.phone_sealed, phone_index = excluded.phone_index
WHERE (person.name, person.phone_index) IS DISTINCT FROM (excluded.name, excluded.phone_index)
"""
_ACCOUNTS = """
INSERT INTO account (login, person_id, district_id, password_hash, phone_index)
SELECT login, person_id, qingfu.district(), :password_hash, (
  SELECT phone_index FROM person WHERE person.person_id = row.person_id
  AND NOT EXISTS (SELECT FROM account WHERE account.phone_index = person.phone_index)
)
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (login text, person_id uuid)
ON CONFLICT DO NOTHING
"""
_OFFICERS = """
INSERT INTO district_grant (person_id, role)
SELECT person_id, role FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (person_id uuid, role text)
ON CONFLICT DO NOTHING
"""
_CALENDAR = """
INSERT INTO calendar (calendar_id, terms, marked, provisional_from, seasons)
VALUES (:calendar_id, CAST(:terms AS jsonb), CAST(:marked AS jsonb), :provisional_from, CAST(:seasons AS jsonb))
ON CONFLICT (district_id) DO UPDATE
SET terms = excluded.terms, marked = excluded.marked, provisional_from = excluded.provisional_from,
  seasons = excluded.seasons
WHERE calendar.version = 0 AND (calendar.terms, calendar.marked, calendar.provisional_from, calendar.seasons)
  IS DISTINCT FROM (excluded.terms, excluded.marked, excluded.provisional_from, excluded.seasons)
"""


class Rolls(Sealed):
    """What a roll says of a district."""

    def keep_district(self, district: RollDistrict) -> None:
        """Let the district be known."""
        self.run(_DISTRICT, **vars(district))

    def district_of(self, code: str) -> str | None:
        """Return the id of the district of a code."""
        row = self.row(_DISTRICT_OF, code=code)
        return row.district_id if row else None

    def keep_schools(self, schools: Sequence[RollSchool]) -> None:
        """Let the schools of this district be known."""
        rows = [
            {"school_id": one.school_id, "code": one.code.lower(), "name": one.name, "stage": one.stage}
            for one in schools
        ]
        self.run(_SCHOOLS, rows=as_json(rows))

    def keep_people(self, people: Sequence[RollPerson]) -> None:
        """Let the people of this district be known."""
        rows = [
            {"person_id": one.person_id, "name": one.name, **self.sealed_phone(one.person_id, one.phone)}
            for one in people
        ]
        self.run(_PEOPLE, rows=as_json(rows))

    def keep_accounts(self, people: Sequence[RollPerson], password_hash: str) -> None:
        """Give those an account who have none; an account that stands keeps its password."""
        rows = [{"login": normal(one.login), "person_id": one.person_id} for one in people if one.login]
        self.run(_ACCOUNTS, rows=as_json(rows), password_hash=password_hash)

    def keep_officers(self, officers: Sequence[RollOfficer]) -> None:
        """Let the people of the district's office be known."""
        self.run(_OFFICERS, rows=as_json(dumped(officers)))

    def keep_calendar(self, calendar: RollCalendar) -> bool:
        """Let this be the district's calendar, unless its office has it in hand; say whether that changed anything."""
        plain = calendar.dump()
        parts = {name: as_json(plain[name]) for name in ("terms", "marked", "seasons")}
        return bool(self.run(
            _CALENDAR, calendar_id=calendar.calendar_id, provisional_from=calendar.provisional_from, **parts
        ))


def dumped(messages: Iterable[Message]) -> list[dict[str, Any]]:
    """Return plain values of each."""
    return [message.dump() for message in messages]


def as_json(plain: object) -> str:
    """Return the JSON text of plain values."""
    return json.dumps(plain, ensure_ascii=False)

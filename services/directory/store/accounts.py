"""Accounts: who knocks, and who they are in every school."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Row

from contracts.actor import STAFF, Actor, Grant, Role
from services.directory.application.signing_in.account import Account, Standing
from services.directory.domain.login import phone_in
from services.directory.store.schools import school_of
from services.directory.store.sealed import Sealed

_ACCOUNT = """
SELECT person_id, password_hash FROM account WHERE login = :login OR phone_index = :phone_index
ORDER BY login = :login DESC NULLS LAST LIMIT 1
"""
_OWN = """
SELECT own_name(:person_id) AS name,
  EXISTS (SELECT FROM second_factor WHERE person_id = CAST(:person_id AS uuid) AND confirmed) AS proven
"""
_GRANTS = """
SELECT g.*, s.code, s.name, s.stage, s.second_factor_from
FROM grants_of(:person_id) g LEFT JOIN school s USING (school_id)
ORDER BY s.code NULLS LAST, g.place
"""


class Accounts(Sealed):
    """Logins, and what their persons hold."""

    def account(self, login: str) -> Account | None:
        """Return the account of a login in its normal form, or of a phone."""
        phone = phone_in(login)
        row = self.row(_ACCOUNT, login=login, phone_index=self.phone_index(phone) if phone else None)
        return Account(person_id=row.person_id, password_hash=row.password_hash) if row else None

    def standing(self, person_id: str) -> Standing:
        """Return who a person is, in every school; the one look that crosses schools, for one person only."""
        (own,) = self.rows(_OWN, person_id=person_id)
        held = self.rows(_GRANTS, person_id=person_id)
        each = [list(rows) for _, rows in groupby(held, key=lambda row: (row.district_id, row.school_id))]
        return Standing(
            name=own.name or "",
            actors=tuple(_actor(person_id, rows) for rows in each),
            schools=tuple(school_of(rows[0]) for rows in each if rows[0].school_id),
            second_factor_from=None if own.proven else _second_factor_from(held),
        )


def _second_factor_from(held: Sequence[Row[Any]]) -> date | None:
    """Return the first day from which a school where the person has a post asks for a second factor."""
    asked = (row.second_factor_from for row in held if row.role in STAFF)
    return min((day for day in asked if day), default=None)


def _actor(person_id: str, rows: list[Row[Any]]) -> Actor:
    first = rows[0]
    return Actor(
        person_id=person_id,
        district_id=first.district_id,
        school_id=first.school_id,
        grants=tuple(_grant(row) for row in rows),
    )


def _grant(row: Row[Any]) -> Grant:
    return Grant(
        role=Role(row.role), class_id=row.class_id, subject=row.subject, grade=row.grade, pupil_id=row.pupil_id
    )

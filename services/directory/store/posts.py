"""Posts: what the staff of a school hold, and will hold."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from contracts.actor import Grant, Role
from services.directory.application.posts.post import Dated, Holder
from services.directory.store.adults import Adults
from services.directory.store.rolls import as_json

_STAFF = """
SELECT staff_id, person_id, name, phone_sealed, CAST('{}' AS text[]) AS children, '' AS relation,
  EXISTS (SELECT FROM account WHERE account.person_id = person.person_id) AS has_account,
  EXISTS (SELECT FROM second_factor WHERE second_factor.person_id = person.person_id AND confirmed) AS second_factor
FROM staff JOIN person USING (person_id) ORDER BY name, person_id
"""
_POSTS = """
SELECT staff_id, role, class_id, subject, grade, CAST(NULL AS date) AS first, last, place FROM staff_grant
UNION ALL
SELECT staff_id, role, class_id, subject, grade, first, last, 1000 FROM grant_to_come
ORDER BY staff_id, place, first, role, class_id, subject
"""
_DROP_HELD = "DELETE FROM staff_grant WHERE staff_id = :staff_id"
_DROP_TO_COME = "DELETE FROM grant_to_come WHERE staff_id = :staff_id"
_KEEP_HELD = """
INSERT INTO staff_grant (staff_id, place, role, class_id, subject, grade, last)
SELECT :staff_id, place, role, class_id, subject, grade, last FROM jsonb_to_recordset(CAST(:rows AS jsonb))
  AS row (place smallint, role text, class_id uuid, subject text, grade smallint, last date)
"""
_KEEP_TO_COME = """
INSERT INTO grant_to_come (grant_id, staff_id, role, class_id, subject, grade, first, last)
SELECT grant_id, :staff_id, role, class_id, subject, grade, first, last FROM jsonb_to_recordset(CAST(:rows AS jsonb))
  AS row (grant_id uuid, role text, class_id uuid, subject text, grade smallint, first date, last date)
"""


class Posts(Adults):
    """Who holds which role, where, from when until when."""

    def holders(self) -> tuple[Holder, ...]:
        """Return the staff of this school by name, each with what they hold and will hold."""
        posts: dict[str, list[Dated]] = defaultdict(list)
        for row in self.rows(_POSTS):
            posts[row.staff_id].append(_dated(row))
        return tuple(
            Holder(
                staff_id=row.staff_id, who=self.addressee(row), second_factor=row.second_factor,
                posts=tuple(posts[row.staff_id]),
            )
            for row in self.rows(_STAFF)
        )

    def keep_posts(self, staff_id: str, posts: Sequence[Dated]) -> None:
        """Let this be all that a colleague holds and will hold."""
        rows = [
            {"place": place, "grant_id": self.new_id(), **one.grant.dump(), "first": _said(one.first),
             "last": _said(one.last)}
            for place, one in enumerate(posts)
        ]
        for statement in (_DROP_HELD, _DROP_TO_COME):
            self.run(statement, staff_id=staff_id)
        for statement, to_come in ((_KEEP_HELD, False), (_KEEP_TO_COME, True)):
            kept = [row for row in rows if bool(row["first"]) is to_come]
            self.run(statement, staff_id=staff_id, rows=as_json(kept))


def _said(day: Any) -> str | None:
    return day.isoformat() if day else None


def _dated(row: Row[Any]) -> Dated:
    grant = Grant(role=Role(row.role), class_id=row.class_id, subject=row.subject, grade=row.grade)
    return Dated(grant=grant, first=row.first, last=row.last)

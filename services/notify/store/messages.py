"""Messages: each seen by the one person it is for; read once."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row

from contracts.notify.message import Inbox, InboxMessage, ReceiptCount
from plumbing.unit import Unit

_PAGE = """
SELECT message_id, cause, about_id, pupil_ids, facts, sent_at, read_at
FROM message JOIN announcement USING (school_id, announcement_id)
WHERE person_id = :person_id AND (
  CAST(:before AS uuid) IS NULL
  OR (sent_at, message_id) < (
    SELECT last.sent_at, last.message_id FROM message AS last
    WHERE last.message_id = CAST(:before AS uuid) AND last.person_id = :person_id
  )
)
ORDER BY sent_at DESC, message_id DESC LIMIT 50
"""
_UNREAD = """
SELECT count(*) AS unread FROM (SELECT FROM message WHERE person_id = :person_id AND read_at IS NULL LIMIT 100) AS few
"""
_ONE = """
SELECT message_id, cause, about_id, pupil_ids, facts, sent_at, read_at
FROM message JOIN announcement USING (school_id, announcement_id)
WHERE message_id = :message_id AND person_id = :person_id
"""
_MARK_READ = """
UPDATE message SET read_at = :read_at
WHERE message_id = :message_id AND person_id = :person_id AND read_at IS NULL
"""
_RECEIPTS = """
SELECT about_id, count(*) AS told, count(*) FILTER (WHERE read_all) AS read
FROM (
  SELECT about_id, person_id, bool_and(read_at IS NOT NULL) AS read_all
  FROM announcement JOIN message USING (school_id, announcement_id)
  WHERE about_id = ANY(CAST(:about_ids AS uuid[]))
  GROUP BY about_id, person_id
) AS told_person
GROUP BY about_id ORDER BY about_id
"""


class Messages(Unit):
    """The actor's own messages; and, for staff, how many were told and have read."""

    def inbox(self, before: str | None) -> Inbox:
        """Return the actor's messages, newest first, 50 before the message `before`; `unread` counts to 100 at most."""
        page = self.rows(_PAGE, person_id=self._person_id, before=before)
        unread = self.row(_UNREAD, person_id=self._person_id)
        return Inbox(messages=tuple(_message(row) for row in page), unread=unread.unread if unread else 0)

    def mark_read(self, message_id: str) -> bool:
        """Let the actor's message be read since this moment; say whether it was unread and theirs."""
        return bool(self.run(_MARK_READ, message_id=message_id, person_id=self._person_id, read_at=self.now))

    def message(self, message_id: str) -> InboxMessage | None:
        """Return the actor's own message."""
        row = self.row(_ONE, message_id=message_id, person_id=self._person_id)
        return _message(row) if row else None

    def count_receipts(self, about_ids: Collection[str]) -> tuple[ReceiptCount, ...]:
        """Return how many people were told about each of these things, and how many have read all they were told."""
        rows = self.rows(_RECEIPTS, about_ids=list(about_ids))
        return tuple(ReceiptCount(about_id=row.about_id, told=row.told, read=row.read) for row in rows)

    @property
    def _person_id(self) -> str:
        assert self.actor is not None, "an inbox is somebody's"
        return self.actor.person_id


def _message(row: Row[Any]) -> InboxMessage:
    return InboxMessage(
        message_id=row.message_id,
        cause=row.cause,
        about_id=row.about_id,
        pupil_ids=tuple(row.pupil_ids),
        facts=row.facts,
        sent_at=row.sent_at,
        read_at=row.read_at,
    )

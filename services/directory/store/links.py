"""Links: ways in from outside, found by an index of whom the provider knows; and the testimonies that are used up."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from contracts.directory.outside import Provider
from services.directory.application.outside.link import KeptLink
from services.directory.application.signing_in.account import Account
from services.directory.store.sealed import Sealed

_USE = """
INSERT INTO testimony (testimony_id, used_at, expires_at) VALUES (:testimony_id, :now, :expires_at)
ON CONFLICT (testimony_id) DO UPDATE SET used_at = testimony.used_at RETURNING used_at
"""
_LINKED = """
SELECT link_id, person_id, provider, corp, subject_index, linked_at FROM outside_link
WHERE subject_index = :subject_index
"""
_OF_PERSON = """
SELECT link_id, person_id, provider, corp, subject_index, linked_at FROM outside_link
WHERE person_id = :person_id ORDER BY linked_at, link_id
"""
_KEEP = """
INSERT INTO outside_link (link_id, person_id, provider, corp, subject_index, linked_at)
VALUES (:link_id, :person_id, :provider, :corp, :subject_index, :linked_at) ON CONFLICT DO NOTHING RETURNING link_id
"""
_DROP = "DELETE FROM outside_link WHERE person_id = :person_id AND link_id = :link_id"
_DROP_ALL = "DELETE FROM outside_link WHERE person_id = :person_id"
_DISTRICT = "SELECT code FROM district WHERE district_id = :district_id"
_ACCOUNT = "SELECT person_id, password_hash FROM account WHERE person_id = :person_id"
_REPLACE = "UPDATE account SET password_hash = :password_hash WHERE person_id = :person_id"


class OutsideLinks(Sealed):
    """Who may come in from outside, and the password that has to be at hand to change it."""

    def subject_index(self, provider: Provider, corp: str, subject: str) -> bytes:
        """Return what is kept of whom a provider knows."""
        return self._vault.index(f"{provider}|{corp}|{subject}", "outside_link|subject")

    def first_used(self, testimony_id: str, expires_at: datetime) -> datetime:
        """Return when a testimony was used first: now, if it never was. It is remembered until it expires by itself."""
        row = self.row(_USE, testimony_id=testimony_id, now=self.now, expires_at=expires_at)
        assert row is not None, "what stands is returned too"
        used_at: datetime = row.used_at
        return used_at

    def linked(self, subject_index: bytes) -> KeptLink | None:
        """Return the link of whom a provider knows."""
        row = self.row(_LINKED, subject_index=subject_index)
        return _link(row) if row else None

    def links_of(self, person_id: str) -> tuple[KeptLink, ...]:
        """Return a person's links, the oldest first."""
        return tuple(_link(row) for row in self.rows(_OF_PERSON, person_id=person_id))

    def keep_link(self, link: KeptLink) -> bool:
        """Let the link be a way in, unless its subject, or its person at this corp, is linked already: say whether."""
        return self.row(_KEEP, **vars(link)) is not None

    def drop_link(self, person_id: str, link_id: str) -> None:
        """Let this link be none any more, if it is this person's."""
        self.run(_DROP, person_id=person_id, link_id=link_id)

    def drop_links(self, person_id: str) -> None:
        """Let no link lead into this person's account any more."""
        self.run(_DROP_ALL, person_id=person_id)

    def district_code(self, district_id: str) -> str:
        """Return the code of a district."""
        row = self.row(_DISTRICT, district_id=district_id)
        return str(row.code) if row else ""

    def own_account(self, person_id: str) -> Account | None:
        """Return the account of a person."""
        row = self.row(_ACCOUNT, person_id=person_id)
        return Account(person_id=row.person_id, password_hash=row.password_hash) if row else None

    def keep_password(self, person_id: str, password_hash: str) -> None:
        """Let this be the password of a person who has an account."""
        self.run(_REPLACE, person_id=person_id, password_hash=password_hash)


def _link(row: Row[Any]) -> KeptLink:
    return KeptLink(
        link_id=row.link_id, person_id=row.person_id, provider=Provider(row.provider), corp=row.corp,
        subject_index=bytes(row.subject_index), linked_at=row.linked_at,
    )

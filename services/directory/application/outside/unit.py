"""LinkUnit: what one transaction of directory can reach of the ways in from outside."""

from datetime import datetime
from typing import Protocol

from contracts.directory.outside import Provider
from services.directory.application.outside.link import KeptLink
from services.directory.application.second_factor.unit import FactorUnit
from services.directory.application.signing_in.own_password import PasswordUnit


class LinkUnit(FactorUnit, PasswordUnit, Protocol):
    """One open transaction that may let somebody in by a link, or change one."""

    def subject_index(self, provider: Provider, corp: str, subject: str) -> bytes:
        """Return what is kept of whom a provider knows."""

    def first_used(self, testimony_id: str, expires_at: datetime) -> datetime:
        """Return when a testimony was used first: now, if it never was. It is remembered until it expires by itself."""

    def linked(self, subject_index: bytes) -> KeptLink | None:
        """Return the link of whom a provider knows."""

    def links_of(self, person_id: str) -> tuple[KeptLink, ...]:
        """Return a person's links, the oldest first."""

    def keep_link(self, link: KeptLink) -> bool:
        """Let the link be a way in, unless its subject, or its person at this corp, is linked already: say whether."""

    def drop_link(self, person_id: str, link_id: str) -> None:
        """Let this link be none any more, if it is this person's."""

    def district_code(self, district_id: str) -> str:
        """Return the code of a district."""

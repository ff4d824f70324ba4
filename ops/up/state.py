"""State: where a running house is found, for `qingfu status`, `doctor` and the tests; readable by its owner only."""

import os
from dataclasses import asdict, dataclass

from ops import filed
from ops.databases import HouseDatabase
from ops.places import Places
from ops.servers.rabbitmq import OPERATOR


@dataclass(frozen=True, kw_only=True)
class State:
    """A house that is ready: its address, its processes, and how to reach its servers, by broker user and by house.

    `trust` is by which settings its servers are trusted.
    """

    address: str
    clock_offset_seconds: int
    processes: tuple[str, ...]
    amqp_urls: dict[str, str]
    admin_urls: dict[str, str]
    role_passwords: dict[str, str]
    trust: dict[str, str]

    @property
    def operator_amqp_url(self) -> str:
        """Return the broker's address for the operator."""
        return self.amqp_urls[OPERATOR]

    @property
    def databases(self) -> dict[str, HouseDatabase]:
        """Return every house's database."""
        return {
            house: HouseDatabase(house=house, admin_url=url, passwords=self.role_passwords)
            for house, url in self.admin_urls.items()
        }

    def trusted_here(self) -> None:
        """From now on this process trusts its servers as the house does, whatever shell it was started from."""
        os.environ.update(self.trust)

    def write(self, places: Places) -> None:
        """Others find the house."""
        filed.write(places.house, asdict(self), mode=0o600)


def read(places: Places) -> State | None:
    """Return the state of the house that runs here, once it is ready."""
    content = filed.read(places.house)
    return State(**{**content, "processes": tuple(content["processes"])}) if content else None


def forget(places: Places) -> None:
    """No house is to be found here."""
    places.house.unlink(missing_ok=True)

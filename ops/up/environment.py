"""Environment: what each process is told, and no more: one house's own database role, one broker user, one key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ops.databases import HouseDatabase
from ops.secrets import Secrets


@dataclass(frozen=True, kw_only=True)
class Environment:
    """Addresses and keys of one running house. `amqp_urls` is by broker user; `ports` gives free ones."""

    databases: Mapping[str, HouseDatabase]
    amqp_urls: Mapping[str, str]
    secrets: Secrets
    ports: Iterator[int]
    gateway_port: int
    clock_offset_seconds: int = 0

    def next_port(self) -> int:
        """Return a free port nobody else of the house has."""
        return next(self.ports)

    @property
    def address(self) -> str:
        """Return where people find the house."""
        return f"http://127.0.0.1:{self.gateway_port}/"

    def everybody(self) -> dict[str, str]:
        """Return what every process is told."""
        return {"QINGFU_CLOCK_OFFSET_SECONDS": str(self.clock_offset_seconds)}

    def migrate(self, house: str) -> dict[str, str]:
        """Return what a migration is told: the role that owns the tables."""
        return {**self.everybody(), "QINGFU_DATABASE_URL": self.databases[house].url(f"{house}_owner")}

    def serve(self, house: str) -> dict[str, str]:
        """Return what a house is told; it can check passports but not make them."""
        return {
            **self._house(house, role=house),
            **self._keys(house),
            "QINGFU_PASSPORT_PUBLIC_KEY": self.secrets.passport_keys()[1],
            "EVENTLET_NO_GREENDNS": "yes",  # names are resolved as everywhere else here, and a start is quicker
        }

    def relay(self, house: str) -> dict[str, str]:
        """Return what a house's relay is told; it shares the house's broker user."""
        return self._house(house, role=f"{house}_relay")

    def work(self, house: str) -> dict[str, str]:
        """Return what a house's worker is told: the sweeps' role, and the house's own for the jobs it starts."""
        return {
            **self.everybody(),
            **self._keys(house),
            "QINGFU_HOUSE": house,
            "QINGFU_DATABASE_URL": self.databases[house].url(house),
            "QINGFU_DATABASE_URL_SWEEP": self.databases[house].url(f"{house}_sweep"),
        }

    def gateway(self) -> dict[str, str]:
        """Return what the gateway is told; it has no database, and alone can sign."""
        return {
            **self.everybody(),
            "QINGFU_AMQP_URL": self.amqp_urls["gateway"],
            "QINGFU_PASSPORT_PRIVATE_KEY": self.secrets.passport_keys()[0],
            "QINGFU_SECRET_KEY": self.secrets.session_key,
            "QINGFU_OUTSIDE": self.secrets.outside,
            "QINGFU_GATEWAY_PORT": str(self.gateway_port),
        }

    def _keys(self, house: str) -> dict[str, str]:
        return {"QINGFU_DIRECTORY_KEYS": self.secrets.directory_keys} if house == "directory" else {}

    def _house(self, house: str, *, role: str) -> dict[str, str]:
        return {
            **self.everybody(),
            "QINGFU_HOUSE": house,
            "QINGFU_DATABASE_URL": self.databases[house].url(role),
            "QINGFU_AMQP_URL": self.amqp_urls[house],
        }

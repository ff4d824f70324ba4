"""The operator's question whether every place stands as it should; asked of the tables anew, not of the counters."""

from contracts.message import Message


class AuditPlaces(Message):
    """Ask for every school."""


class PlacesAudited(Message):
    """How much was looked at, and each thing that is wrong, by ids and numbers."""

    schools: int
    offerings: int
    applications: int
    wrong: tuple[str, ...]

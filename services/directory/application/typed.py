"""Typed: names and numbers as people type them into a page, read as a roster reads them."""

from collections.abc import Callable

from contracts.errors import InvalidRequest
from services.directory.domain.roster.name import read_name
from services.directory.domain.roster.phone import read_phone
from services.directory.domain.roster.unreadable import Unreadable


def name_typed(text: str) -> str:
    """Return the name. Raises InvalidRequest with what would pass."""
    return _read("name", read_name, text)


def phone_typed(text: str) -> str:
    """Return the eleven digits. Raises InvalidRequest with what would pass."""
    return _read("phone", read_phone, text)


def _read(field: str, read: Callable[[str], str], text: str) -> str:
    try:
        return read(text)
    except Unreadable as problem:
        raise InvalidRequest(details={"fields": {field: [f"{problem.what}。{problem.remedy}。"]}}) from problem

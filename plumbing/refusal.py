"""Refusal: an error as a row keeps it, to be said again as it was said first."""

from typing import Any

from contracts.errors import ServiceError, every_error


def kept_form(refusal: ServiceError) -> dict[str, Any]:
    """Return how an error is kept."""
    return {"type": type(refusal).__name__, "said": refusal.said, "details": refusal.details}


def refusal_from(plain: dict[str, Any]) -> ServiceError:
    """Return the error that was kept."""
    return every_error()[plain["type"]](plain["said"], plain["details"])

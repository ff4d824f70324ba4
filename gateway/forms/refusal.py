"""What an error says about a form: sentences by field, and the rules that were broken."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from contracts.errors import InvalidRequest, ServiceError
from contracts.finding import Finding


def invalid(problem: ValidationError) -> InvalidRequest:
    """Return a schema's complaint as the error a house would have sent."""
    return InvalidRequest(details={"fields": problem.messages_dict})


def by_field(problem: ServiceError) -> dict[str, tuple[str, ...]]:
    """Return what is wrong, by field; empty when the error is not about fields."""
    fields = problem.details.get("fields", {})
    return {name: tuple(sentences(said)) for name, said in fields.items()}


def sentences(said: Any) -> list[str]:
    """Return every sentence of a schema's complaint, however deep it lies, each once."""
    if isinstance(said, Mapping):
        return _each_once(sentences(inner) for inner in said.values())
    if isinstance(said, (list, tuple)):
        return _each_once(sentences(inner) for inner in said)
    return [str(said)]


def _each_once(groups: Any) -> list[str]:
    return list(dict.fromkeys(sentence for group in groups for sentence in group))


def findings(problem: ServiceError) -> tuple[Finding, ...]:
    """Return the broken rules that an error carries."""
    return tuple(Finding.load(plain, newer_fields=True) for plain in problem.details.get("findings", ()))

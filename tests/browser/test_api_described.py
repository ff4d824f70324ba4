"""The API's description against the API: requests made up from it are never a fault, every answer is as described."""

import itertools

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.unit.gateway.houses.people import PASSWORD
from tests.unit.gateway.person import HTTPS

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
KEYS = itertools.count()


@pytest.fixture(scope="module")
def _description(_gateway: Flask) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", _gateway)


def test_no_request_made_from_the_description_surprises_the_api(
    app: Flask, _description: schemathesis.BaseSchema
) -> None:
    operations = [found.ok() for found in _description.get_all_operations()]
    assert len(operations) > 20
    for operation, login in itertools.product(operations, ("wang", "li")):
        asked = app.test_client().post("/api/v1/session", base_url=HTTPS, json={"login": login, "password": PASSWORD})
        _try(operation, asked.json["token"])


def _try(operation: schemathesis.APIOperation, token: str) -> None:
    @settings(max_examples=3, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def tried(case: schemathesis.Case) -> None:
        headers = {
            "Authorization": f"Bearer {token}", "Idempotency-Key": f"k{next(KEYS)}", "Accept-Encoding": "identity",
        }
        case.call_and_validate(headers=headers, checks=CHECKS)

    tried()

"""The API keeps to its own description, whatever a program makes of it, and never breaks."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from contracts.actor import Role
from tests.attack.asking import ENDS_THE_SESSION

EXAMPLES = 4
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]
WHO = (Role.VISITOR, Role.GUARDIAN, Role.TEACHER, Role.ACADEMIC_OFFICE, Role.DISTRICT_OFFICE)
BRIEFLY = settings(
    max_examples=EXAMPLES, deadline=None, database=None, phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def operations(house_up):
    """Everything that the API's own description offers, but what would end the session it is tried with."""
    schema = schemathesis.openapi.from_url(f"{house_up.address}api/v1/openapi.json")
    every = [found.ok() for found in schema.get_all_operations()]
    return [one for one in every if f"{one.method.upper()} {one.path}" not in ENDS_THE_SESSION]


@pytest.mark.parametrize("role", WHO)
def test_every_call_that_can_be_made_up_is_answered_as_described(role, operations, signed_in):
    token = signed_in(role, new=True).token if role is not Role.VISITOR else ""
    said = {"Authorization": f"Bearer {token}"} if token else {}
    assert operations
    for operation in operations:

        @BRIEFLY
        @given(case=operation.as_strategy())
        def answered(case):
            case.call_and_validate(headers=said, checks=CHECKS)

        answered()

"""The HTTP status of each error, one list for pages and programs."""

from contracts import errors
from gateway.csrf import PageTooOld
from gateway.outside.not_confirmed import NotConfirmed
from gateway.second_step_wanted import SecondStepWanted

STATUS: dict[type[errors.ServiceError], int] = {
    PageTooOld: 400,
    NotConfirmed: 400,
    errors.NotSignedIn: 401,
    errors.WrongSignIn: 401,
    SecondStepWanted: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.SpentTestimony: 409,
    errors.StillAnswering: 409,
    errors.InvalidRequest: 422,
    errors.RuleRefused: 422,
    errors.KeyReused: 422,
    errors.TooManyTries: 429,
    errors.Fault: 500,
    errors.DeadlinePassed: 503,
    errors.Unavailable: 503,
    errors.OutcomeUnknown: 504,
}
_WAIT_SECONDS = {errors.StillAnswering: 2, errors.DeadlinePassed: 5, errors.Unavailable: 10, errors.OutcomeUnknown: 2}


def status_of(problem: errors.ServiceError | None) -> int:
    """Return the status of an error, 200 for none."""
    return 200 if problem is None else STATUS.get(type(problem), 500)


def headers_of(problem: errors.ServiceError | None) -> dict[str, str]:
    """Return Retry-After, in seconds, where waiting helps."""
    if problem is None:
        return {}
    seconds = problem.details.get("retry_after_seconds") or _WAIT_SECONDS.get(type(problem))
    return {"Retry-After": str(int(seconds))} if seconds else {}

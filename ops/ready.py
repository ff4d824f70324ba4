"""Ready: asks a process, as its operator would, whether it can work now."""

import http.client

_ANSWER_SECONDS = 3


def says_ready(port: int) -> bool:
    """Say whether /readyz answers yes, within seconds."""
    return not reasons_unready(port)


def reasons_unready(port: int) -> str:
    """Return why a process cannot work now, in its own words; empty when it can."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_ANSWER_SECONDS)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        said = answer.read(2000).decode("utf-8", errors="replace").strip()
    except (OSError, http.client.HTTPException) as problem:
        return type(problem).__name__
    finally:
        connection.close()
    return "" if answer.status == http.client.OK else said or str(answer.status)

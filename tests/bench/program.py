"""A teacher's program: signs in to the real gateway and publishes through its API, on one connection."""

import http.client
import json

from plumbing.ids import new_id


class ProgramOfTeacher:
    """Signed in from the start."""

    def __init__(self, port, teacher, password):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        self._teacher = teacher
        self._headers = {"Content-Type": "application/json"}
        signed_in = self._post("/api/v1/session", {"login": teacher.login, "password": password})
        self._headers["Authorization"] = f"Bearer {signed_in['token']}"

    def publish(self):
        """Publish the teacher's next draft; it stands when this returns."""
        return self._post("/api/v1/homework", self._teacher.next_draft().dump())

    def close(self):
        self._connection.close()

    def _post(self, path, plain):
        self._connection.request("POST", path, json.dumps(plain), {**self._headers, "Idempotency-Key": new_id()})
        answer = self._connection.getresponse()
        said = answer.read()
        assert answer.status == 201, (path, answer.status, said)
        return json.loads(said)

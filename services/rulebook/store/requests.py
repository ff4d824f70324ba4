"""Requests: what schools ask to be let off, and what has become of it."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from engines.policy import Layer
from services.rulebook.domain.request import Request, RequestState
from services.rulebook.store.drafts import Drafts

_KEEP = """
INSERT INTO derogation_request (request_id, school_id, layer, norm, limits, effective_from, effective_to, reason,
  asked_by, asked_at, state, words, decided_by, decided_at)
VALUES (:request_id, :school_id, :layer, :norm, CAST(:limits AS jsonb), :effective_from, :effective_to, :reason,
  :asked_by, :asked_at, :state, :words, :decided_by, :decided_at)
ON CONFLICT (district_id, request_id) DO UPDATE SET
  state = EXCLUDED.state, words = EXCLUDED.words, decided_by = EXCLUDED.decided_by, decided_at = EXCLUDED.decided_at
"""
_ONE = """
SELECT * FROM derogation_request
WHERE request_id = :request_id AND (qingfu.school() IS NULL OR school_id = qingfu.school()) FOR UPDATE
"""
_SEEN = """
SELECT * FROM derogation_request WHERE qingfu.school() IS NULL OR school_id = qingfu.school()
ORDER BY (state = 'asked') DESC, asked_at DESC, request_id LIMIT :most
"""


class Requests(Drafts):
    """What schools ask of their district."""

    def keep_request(self, request: Request) -> None:
        """Let this be asked for, or be what has become of it."""
        self.run(_KEEP, **{**vars(request), "limits": json.dumps(request.limits, ensure_ascii=False)})

    def take_request(self, request_id: str) -> Request | None:
        """Hold a request of the scope's school, or of any of the district's where it names none, until the end."""
        row = self.row(_ONE, request_id=request_id)
        return _request(row) if row else None

    def requests(self, most: int) -> Sequence[Request]:
        """Return the requests that may be seen here: those that wait first, then the latest."""
        return [_request(row) for row in self.rows(_SEEN, most=most)]


def _request(row: Row[Any]) -> Request:
    kept = {name: value for name, value in row._asdict().items() if name != "district_id"}
    return Request(**{**kept, "layer": Layer(row.layer), "state": RequestState(row.state)})

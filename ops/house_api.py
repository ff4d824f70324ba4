"""HouseApi: the JSON API of a running house, as one person's program uses it."""

import base64
import hashlib
import json
import urllib.error
import urllib.request
from typing import Any

from contracts.file import PIECE_BYTES, pieces_of
from ops.sentence import CannotGoOn
from plumbing.ids import new_id

_SECONDS = 30


class HouseApi:
    """Signed in as somebody. Whatever the house refuses is CannotGoOn, in the house's own words."""

    def __init__(self, address: str, *, login: str, password: str):
        self._address, self._token = f"{address.rstrip('/')}/api/v1", ""
        self._token = self.ask("POST", "/session", {"login": login, "password": password})["token"]

    def ask(self, method: str, path: str, plain: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return the house's answer."""
        headers = {"Content-Type": "application/json", "Idempotency-Key": new_id()}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        body = None if plain is None else json.dumps(plain).encode()
        request = urllib.request.Request(self._address + path, data=body, headers=headers, method=method)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                return dict(json.load(answer))
        except urllib.error.HTTPError as problem:
            with problem:
                said = json.load(problem).get("detail") or problem.reason
            raise CannotGoOn(said, f"The house refused: {problem.code}.") from problem
        except OSError as problem:
            raise CannotGoOn(f"连不上 {self._address}。", "The house does not answer at this address.") from problem

    def put(self, content: bytes) -> str:
        """Hand in a file; return its id."""
        file_id, digest = new_id(), hashlib.sha256(content).hexdigest()
        for number in range(pieces_of(len(content))):
            piece = content[number * PIECE_BYTES:(number + 1) * PIECE_BYTES]
            self.ask("PUT", f"/files/{file_id}", {
                "media_type": "application/octet-stream", "size": len(content), "sha256": digest, "number": number,
                "content": base64.b64encode(piece).decode("ascii"),
            })
        return file_id

    def get(self, file_id: str) -> bytes:
        """Return a file of one's own."""
        first = self.ask("GET", f"/files/{file_id}?number=0")
        others = (self.ask("GET", f"/files/{file_id}?number={number}") for number in range(1, first["pieces"]))
        return b"".join(base64.b64decode(piece["content"]) for piece in (first, *others))

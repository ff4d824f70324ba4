"""Carry: a file into a house and out again, in pieces, over the gateway's one connection."""

import hashlib
from typing import Protocol, TypeVar

from contracts.actor import Actor
from contracts.call import Call
from contracts.errors import InvalidRequest, Unavailable
from contracts.file import LARGEST_IN, PIECE_BYTES, FileKept, GetPiece, Piece, PutPiece, pieces_of
from contracts.message import Message

Ask = TypeVar("Ask", bound=Message)
Answer = TypeVar("Answer", bound=Message)


class Client(Protocol):
    """What carries calls, as `plumbing.rpc_client.RpcClient` does."""

    def call(self, call: Call[Ask, Answer], ask: Ask, actor: Actor, *, request_id: str) -> Answer:
        """Return the house's answer, or raise a contracts error."""


class Carrier:
    """Carries for one person and request. Whatever is cut off may be begun again: no piece is kept twice."""

    def __init__(self, client: Client, actor: Actor, request_id: str):
        self._client, self._actor, self._request_id = client, actor, request_id

    def put(self, call: Call[PutPiece, FileKept], content: bytes, *, file_id: str, media_type: str) -> None:
        """The house has the file, whole. Raises InvalidRequest for one that is empty or too large."""
        if not 0 < len(content) <= LARGEST_IN:
            raise InvalidRequest(f"文件是空的，或者超过了 {LARGEST_IN >> 20} MB，请换一个文件。")
        digest, kept = hashlib.sha256(content).hexdigest(), None
        for number in range(pieces_of(len(content))):
            start = number * PIECE_BYTES
            piece = PutPiece(
                file_id=file_id, media_type=media_type, size=len(content), sha256=digest, number=number,
                content=content[start:start + PIECE_BYTES],
            )
            kept = self._client.call(call, piece, self._actor, request_id=self._request_id)
        if kept is None or not kept.whole:
            raise InvalidRequest("文件没有完整送到，请重新选择文件。")

    def get(self, call: Call[GetPiece, Piece], file_id: str) -> tuple[bytes, str]:
        """Return the file and its media type. Raises NotFound; Unavailable if it came damaged."""
        first = self._piece(call, file_id, 0)
        others = (self._piece(call, file_id, number).content for number in range(1, first.pieces))
        content = b"".join((first.content, *others))
        if hashlib.sha256(content).hexdigest() != first.sha256:
            raise Unavailable
        return content, first.media_type

    def _piece(self, call: Call[GetPiece, Piece], file_id: str, number: int) -> Piece:
        ask = GetPiece(file_id=file_id, number=number)
        return self._client.call(call, ask, self._actor, request_id=self._request_id)

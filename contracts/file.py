"""File: how a file gets into a house and out again: in pieces that a call can carry, each of which may come twice."""

from marshmallow import validate

from contracts.fields import Bytes, Id, Text, WholeNumber
from contracts.message import Message, of

PIECE_BYTES = 512 * 1024
LARGEST_IN, LARGEST_OUT = 8 * 1024 * 1024, 16 * 1024 * 1024


def pieces_of(size: int) -> int:
    """Return into how many pieces a file of so many bytes is cut."""
    return -(-size // PIECE_BYTES)


class PutPiece(Message):
    """One piece of a file of one's own, `number` counting from 0; all but the last have PIECE_BYTES.

    Every piece says what the whole is. `sha256` is the whole's, in hexadecimal.
    """

    file_id: str = of(Id())
    media_type: str = of(Text(shortest=3, longest=100))
    size: int = of(WholeNumber(least=1, most=LARGEST_IN))
    sha256: str = of(Text(validate=validate.Regexp(r"[0-9a-f]{64}\Z", error="校验码有误。")))
    number: int = of(WholeNumber(least=0, most=pieces_of(LARGEST_IN) - 1))
    content: bytes = of(Bytes(longest=PIECE_BYTES))


class FileKept(Message):
    """The piece is kept; the file is `whole` once every piece is, and together they are what was announced."""

    file_id: str = of(Id())
    whole: bool


class GetPiece(Message):
    """Ask for one piece of a file of one's own."""

    file_id: str = of(Id())
    number: int = of(WholeNumber(least=0, most=pieces_of(LARGEST_OUT) - 1))


class Piece(Message):
    """One of `pieces` pieces, and what the whole is."""

    file_id: str = of(Id())
    media_type: str
    size: int
    sha256: str
    pieces: int
    content: bytes = of(Bytes(longest=PIECE_BYTES))

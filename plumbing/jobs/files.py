"""Files: what people hand in for a job, and what jobs make for them, kept in pieces."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, text

from contracts.file import PIECE_BYTES, PutPiece, pieces_of
from plumbing import ids
from plumbing.jobs.outcome import Output

_OPEN = text("""
INSERT INTO job_file (file_id, kept_by, media_type, size, sha256)
VALUES (:file_id, :kept_by, :media_type, :size, :sha256) ON CONFLICT DO NOTHING
""")
_HELD = text("SELECT * FROM job_file WHERE file_id = :file_id AND kept_by = :kept_by FOR UPDATE")
_OF_PERSON = text("SELECT * FROM job_file WHERE file_id = :file_id AND kept_by = :kept_by AND whole")
_PUT = text("""
INSERT INTO job_piece (file_id, number, content) VALUES (:file_id, :number, :content) ON CONFLICT DO NOTHING
""")
_COUNT = text("SELECT count(*) FROM job_piece WHERE file_id = :file_id")
_SUM = text("""
SELECT encode(sha256(string_agg(content, '' ORDER BY number)), 'hex') FROM job_piece WHERE file_id = :file_id
""")
_WHOLE = text("UPDATE job_file SET whole = true WHERE file_id = :file_id")
_PIECE = text("SELECT content FROM job_piece WHERE file_id = :file_id AND number = :number")
_ALL = text("SELECT content FROM job_piece WHERE file_id = :file_id ORDER BY number")


def begun(connection: Connection, ask: PutPiece, kept_by: str) -> Row[Any] | None:
    """Return the file this piece belongs to, held until the end, begun with its first piece; nothing if another's."""
    connection.execute(_OPEN, {
        "file_id": ask.file_id, "kept_by": kept_by, "media_type": ask.media_type, "size": ask.size,
        "sha256": ask.sha256,
    })
    return connection.execute(_HELD, {"file_id": ask.file_id, "kept_by": kept_by}).first()


def put_piece(connection: Connection, file_id: str, number: int, content: bytes) -> None:
    """The piece is kept; the second time changes nothing."""
    connection.execute(_PUT, {"file_id": file_id, "number": number, "content": content})


def complete(connection: Connection, file: Row[Any]) -> bool:
    """Say whether every piece has come."""
    return bool(connection.execute(_COUNT, {"file_id": file.file_id}).scalar_one() == pieces_of(file.size))


def intact(connection: Connection, file: Row[Any]) -> bool:
    """Say whether the pieces together are what was announced. The database adds it up: no byte travels for it."""
    return bool(connection.execute(_SUM, {"file_id": file.file_id}).scalar_one() == file.sha256)


def make_whole(connection: Connection, file_id: str) -> None:
    """The file may be used."""
    connection.execute(_WHOLE, {"file_id": file_id})


def of_person(connection: Connection, file_id: str, person_id: str) -> Row[Any] | None:
    """Return a person's own file, if it is whole."""
    return connection.execute(_OF_PERSON, {"file_id": file_id, "kept_by": person_id}).first()


def piece(connection: Connection, file_id: str, number: int) -> bytes | None:
    """Return one piece."""
    found = connection.execute(_PIECE, {"file_id": file_id, "number": number}).scalar()
    return None if found is None else bytes(found)


def content(connection: Connection, file_id: str) -> bytes:
    """Return all of a file."""
    return b"".join(bytes(row.content) for row in connection.execute(_ALL, {"file_id": file_id}))


def keep(connection: Connection, output: Output, kept_by: str) -> str:
    """Keep what a job has made for a person; return the file's id."""
    file_id = ids.new_id()
    connection.execute(_OPEN, {
        "file_id": file_id, "kept_by": kept_by, "media_type": output.media_type, "size": len(output.content),
        "sha256": hashlib.sha256(output.content).hexdigest(),
    })
    for number, one in enumerate(_cut(output.content)):
        put_piece(connection, file_id, number, one)
    make_whole(connection, file_id)
    return file_id


def _cut(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), PIECE_BYTES):
        yield content[start:start + PIECE_BYTES]

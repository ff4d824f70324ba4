"""Calls: what a house with jobs answers about them, each a use case for its door. Everybody sees their own only."""

from typing import Any

from contracts.errors import InvalidRequest, NotFound
from contracts.file import PIECE_BYTES, FileKept, GetPiece, Piece, PutPiece, pieces_of
from contracts.job import CancelJob, JobStatus, ReadJob
from plumbing.jobs import files, record
from plumbing.unit import Unit


def read_job(unit: Unit, ask: ReadJob) -> JobStatus:
    """Return how far the asker's job is. Raises NotFound."""
    found = record.status(unit.connection, ask.job_id, _asker(unit))
    if found is None:
        raise NotFound
    return found


def cancel_job(unit: Unit, ask: CancelJob) -> JobStatus:
    """Let the asker's job go no further, if it has not ended; return how it stands. Raises NotFound."""
    record.cancel(unit.connection, ask.job_id, _asker(unit), unit.now)
    return read_job(unit, ReadJob(job_id=ask.job_id))


def put_piece(unit: Unit, ask: PutPiece) -> FileKept:
    """Keep a piece of the asker's file. Raises InvalidRequest if it is not what was announced."""
    file = files.begun(unit.connection, ask, _asker(unit))
    if file is None or (file.size, file.sha256) != (ask.size, ask.sha256):
        raise InvalidRequest("这个文件编号已经用过，请重新选择文件。")
    if not file.whole:
        _check_length(ask)
        files.put_piece(unit.connection, ask.file_id, ask.number, ask.content)
    return FileKept(file_id=ask.file_id, whole=file.whole or _made_whole(unit, file))


def get_piece(unit: Unit, ask: GetPiece) -> Piece:
    """Return a piece of the asker's file. Raises NotFound."""
    file = files.of_person(unit.connection, ask.file_id, _asker(unit))
    content = file and files.piece(unit.connection, ask.file_id, ask.number)
    if not file or not content:
        raise NotFound
    return Piece(
        file_id=ask.file_id, media_type=file.media_type, size=file.size, sha256=file.sha256,
        pieces=pieces_of(file.size), content=content,
    )


def _asker(unit: Unit) -> str:
    assert unit.actor is not None, "jobs and files are somebody's"
    return unit.actor.person_id


def _check_length(ask: PutPiece) -> None:
    last = pieces_of(ask.size) - 1
    expected = PIECE_BYTES if ask.number < last else ask.size - last * PIECE_BYTES
    if ask.number > last or len(ask.content) != expected:
        raise InvalidRequest("文件的这一段长度不对，请重新选择文件。")


def _made_whole(unit: Unit, file: Any) -> bool:
    if not files.complete(unit.connection, file):
        return False
    if not files.intact(unit.connection, file):
        raise InvalidRequest("文件在路上损坏了，请重新选择文件。")
    files.make_whole(unit.connection, file.file_id)
    return True

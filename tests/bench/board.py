"""board: the page of a school's day, read by many, beside a bare Flask page of the same bytes under the same server."""

import http.client
import subprocess
import sys
from contextlib import ExitStack, closing, contextmanager
from functools import partial

from tests.bench.contest import Compared, Contest
from tests.bench.ground import PATIENCE
from tests.bench.pace import flat_out
from tests.bench.school import School

PIECES_A_CLASS = 3


@contextmanager
def board(ground, size):
    """Let as many readers as `size` says read what each side has to show, in turn."""
    with ExitStack() as leaving:
        school = leaving.enter_context(closing(School(ground, classes=size.clients)))
        path = f"/schools/{school.code}/board?day={_filled(school)}"
        leaving.enter_context(ground.running("homework", "directory", "rulebook", "gateway"))
        page = ground.folder / "board.html.gz"
        with closing(Reader(ground.gateway_port, path)) as read:
            page.write_bytes(read())
        leaving.callback(page.unlink)
        bare_port = leaving.enter_context(_bare_page(page, path))
        yield Contest(
            sides={
                "gateway": partial(_read_by_many, ground.gateway_port, path, size),
                "Flask": partial(_read_by_many, bare_port, path, size),
            },
            compared=(
                Compared(name="board", ours="gateway", against="Flask", of="per_second", unit="pages/s"),
                Compared(name="board_p99", ours="gateway", against="Flask", of="p99_ms", unit="ms"),
            ),
        )


class Reader:
    """Reads the board again and again on one connection."""

    def __init__(self, port, path):
        self._path = path
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def __call__(self):
        self._connection.request("GET", self._path, headers={"Accept-Encoding": "gzip"})
        answer = self._connection.getresponse()
        page = answer.read()
        assert answer.status == 200, (answer.status, page)
        return page

    def close(self):
        self._connection.close()


def _filled(school):
    """Let every class have pieces for one day; return it."""
    for teacher in school.teachers:
        draft = teacher.next_draft()
        for _ in range(PIECES_A_CLASS):
            school.publish(teacher, draft)
    return draft.day


def _read_by_many(port, path, size):
    with ExitStack() as leaving:
        readers = [leaving.enter_context(closing(Reader(port, path))) for _ in range(size.callers)]
        return flat_out(readers, size.seconds)


@contextmanager
def _bare_page(page, path):
    """Yield the port of a process that serves the page."""
    command = [sys.executable, "-m", "tests.bench.bare_page", str(page), path.partition("?")[0]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()

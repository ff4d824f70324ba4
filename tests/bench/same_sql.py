"""The same SQL: what one real publication says to PostgreSQL, word for word, as a script that pgbench can repeat."""

import re
from contextlib import contextmanager

from sqlalchemy import event

from tests.bench.school import class_id_of

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ANY_DAY = r"('\1'::date + :days)"


def script(school):
    """Return it with a fresh id wherever the publication had one, a class a client, and one day or another."""
    teacher = school.teachers[0]
    draft = teacher.next_draft()
    known = {draft.class_id, *(getattr(teacher.actor, name) for name in ("person_id", "school_id", "district_id"))}
    with overheard(school.house.database.engine) as said:
        school.publish(teacher, draft)
    text = ";\n".join(("BEGIN", *said, "COMMIT;"))
    fresh = sorted(set(_UUID.findall(text)) - known)
    for number, one in enumerate(fresh):
        text = text.replace(one, f"{one[:24]}:fresh{number}")
    text = text.replace(draft.class_id, f"{class_id_of(0)[:-1]}:client_id")
    text = re.sub(rf"'({draft.day})'::date", _ANY_DAY, text)
    return "".join((*map(_drawn, range(len(fresh))), r"\set days random(0, 30)", "\n", text, "\n"))


@contextmanager
def overheard(engine):
    """Give a list that gets every statement of this engine, as it goes over the wire."""
    said = []

    def note(_, cursor, statement, values, *__):
        said.append(cursor.mogrify(statement, values).decode())

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _drawn(number):
    """Return the line that draws the end of a fresh id: twelve digits."""
    return rf"\set fresh{number} random(100000000000, 999999999999)" "\n"

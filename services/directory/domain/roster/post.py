"""Posts (职务): what a person is in the school, and which roles go with it here."""

import re
from enum import StrEnum

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.text import text_of


class Post(StrEnum):
    """What a post lets a person do in this system."""

    PRINCIPAL = "principal"
    ACADEMIC_OFFICE = "academic_office"
    AFTER_SCHOOL_OFFICE = "after_school_office"
    GRADE_LEAD = "grade_lead"


_KNOWN: tuple[tuple[re.Pattern[str], Post | None], ...] = (
    (re.compile(r"(党?(总?支部)?书记)?(兼|、)?副?校长(\(.*\))?|党?(总?支部)?书记"), Post.PRINCIPAL),
    (re.compile(r"教(导|务|学|科)(处|室)?副?(主任|干事|员|教师)(\(.*\))?"), Post.ACADEMIC_OFFICE),
    (re.compile(r"课后服务.*"), Post.AFTER_SCHOOL_OFFICE),
    (re.compile(r".{0,4}(年级|级部)副?(组长|主任|长)"), Post.GRADE_LEAD),
    (re.compile(r".*(教研|备课)副?组长|班主任|副班主任|(任课|专任|代课)?教师|无"), None),
    (re.compile(r"(总务|后勤|德育|政教|办公室|安全|少先队|大队).*"), None),
)  # fmt: skip


def read_posts(cell: Cell) -> tuple[tuple[Post, ...], bool]:
    """Return the posts that mean something here, and whether every word of the cell is known.

    Raises Unreadable only for garbled text.
    """
    words = [word for word in re.split(r"[、,，;；/\s]+", text_of(cell)) if word]
    known = [next((found for found in _KNOWN if found[0].fullmatch(word)), None) for word in words]
    posts = (found[1] for found in known if found and found[1])
    return tuple(dict.fromkeys(posts)), all(known)

"""Relation: what a guardian is to the child."""

from enum import StrEnum

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.text import text_of


class Relation(StrEnum):
    """As the law and the forms distinguish them; everybody else is `other`."""

    FATHER = "father"
    MOTHER = "mother"
    GRANDPARENT = "grandparent"
    OTHER = "other"


_WORDS = {
    Relation.FATHER: "父 父亲 爸 爸爸 父子 父女",
    Relation.MOTHER: "母 母亲 妈 妈妈 母子 母女",
    Relation.GRANDPARENT: "祖父 祖母 爷爷 奶奶 外祖父 外祖母 外公 外婆 姥爷 姥姥 公公 婆婆 祖孙 爷孙",
}
_BY_WORD = {word: relation for relation, words in _WORDS.items() for word in words.split()}


def read_relation(cell: Cell) -> Relation:
    """Return the relation; a word nobody knows, or none, is `other`. Raises Unreadable only for garbled text."""
    return _BY_WORD.get(text_of(cell).replace(" ", ""), Relation.OTHER)

"""Column: what a heading of a sheet promises."""

import re
from dataclasses import dataclass

from services.directory.domain.roster.relation import Relation


@dataclass(frozen=True, kw_only=True)
class Column:
    """`field` is what the cells below hold; headings that `heading` matches whole are it.

    A guardian's column is `of_guardian`; one that says whose by itself (父亲姓名) has a `relation`.
    """

    field: str
    heading: re.Pattern[str]
    of_guardian: bool = False
    relation: Relation | None = None


def column(field: str, heading: str, *, of_guardian: bool = False, relation: Relation | None = None) -> Column:
    """Return the column of a field."""
    return Column(field=field, heading=re.compile(heading), of_guardian=of_guardian, relation=relation)

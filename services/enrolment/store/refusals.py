"""Refusals: on which grounds basic care was refused: kept with the part, counted for the school and its district."""

from collections.abc import Sequence

from plumbing.unit import Unit
from services.enrolment.domain.refused import Refused

_KEEP = """
UPDATE part SET ground = row.ground
FROM unnest(CAST(:application_ids AS uuid[]), CAST(:kinds AS text[]), CAST(:grounds AS text[]))
  AS row (application_id, kind, ground)
WHERE (part.application_id, part.kind) = (row.application_id, row.kind)
"""
_REFUSED = """
SELECT programme.school_id, programme.term, ground, count(ground) AS times
FROM programme LEFT JOIN (
  application JOIN part ON (part.school_id, part.application_id) = (application.school_id, application.application_id)
    AND part.state = 'rejected' AND ground IS NOT NULL
) ON (application.school_id, application.term) = (programme.school_id, programme.term)
WHERE programme.state = 'announced'
GROUP BY programme.school_id, programme.term, first_day, ground
ORDER BY first_day DESC, programme.term, ground
"""
_IN_DISTRICT = "SELECT school_id, term, ground, times FROM refused_in_district() ORDER BY first_day DESC, term, ground"


class Refusals(Unit):
    """Grounds of parts that are rejected, and counts of them."""

    def keep_grounds(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Let each application's part (application, kind) have been refused on this ground."""
        if rows:
            application_ids, kinds, grounds = (list(map(str, column)) for column in zip(*rows, strict=True))
            self.run(_KEEP, application_ids=application_ids, kinds=kinds, grounds=grounds)

    def refused(self) -> Sequence[Refused]:
        """Return the counts of the school, the latest term's first; a term that is announced has one of 0 at least."""
        return [Refused(**row._asdict()) for row in self.rows(_REFUSED)]

    def refused_in_district(self) -> Sequence[Refused]:
        """Return the counts of the district's schools, likewise; nothing to somebody of a school."""
        return [Refused(**row._asdict()) for row in self.rows(_IN_DISTRICT)]

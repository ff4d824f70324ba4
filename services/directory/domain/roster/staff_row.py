"""StaffRow: one colleague as a roster says it."""

from dataclasses import dataclass

from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.post import Post


@dataclass(frozen=True, kw_only=True)
class StaffRow:
    """Teaches `subject` in `classes`, heads a class, leads `grades` if a post says so."""

    row: int
    name: str
    phone: str
    subject: str = ""
    classes: tuple[ClassKey, ...] = ()
    heads: ClassKey | None = None
    posts: tuple[Post, ...] = ()
    leads: int | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """Return what this colleague is known by within the file."""
        return (self.phone,)

    @property
    def said(self) -> tuple[object, ...]:
        """Return all that the row says, wherever it stands."""
        return (self.name, self.phone, self.subject, self.classes, self.heads, self.posts, self.leads)

"""Link: one way into an account from outside, as it is kept: whom the provider knows cannot be read any more."""

from dataclasses import dataclass
from datetime import datetime

from contracts.directory.outside import Provider


@dataclass(frozen=True, kw_only=True)
class KeptLink:
    """`subject_index` stands for the person the provider knows, under this provider and corp."""

    link_id: str
    person_id: str
    provider: Provider
    corp: str
    subject_index: bytes
    linked_at: datetime

"""Adults: those for whom a card may be made, as a row tells of them."""

from typing import Any

from sqlalchemy import Row

from services.directory.application.cards.card import Addressee
from services.directory.store.sealed import Sealed


class Adults(Sealed):
    """A transaction that can say whom a card would be for."""

    def addressee(self, row: Row[Any]) -> Addressee:
        """Return the adult of a row, whose number is opened for it."""
        return Addressee(
            person_id=row.person_id, name=row.name, has_account=row.has_account, relation=row.relation,
            children=tuple(row.children),
            phone=self.opened_phone(row.person_id, bytes(row.phone_sealed)) if row.phone_sealed else "",
        )

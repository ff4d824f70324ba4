"""The nation's norms in a district: what the operator says when a district begins."""

from contracts.fields import Id
from contracts.message import Message, of


class AdoptNation(Message):
    """Let the nation's norms be in force in a district."""

    district_id: str = of(Id())


class NationAdopted(Message):
    """They are in force there, as this edition."""

    version: int

"""Card: somebody whom a sheet of cards is for, and a card as it is kept: nothing of it can be read any more."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """An adult for whom a card may be printed. `phone` is empty where the school has none."""

    person_id: str
    name: str
    phone: str
    has_account: bool
    relation: str = ""
    children: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KeptCard:
    """`proof` stands for the last four digits under this code; `sheet_id` is the class or school it is for.

    `used`: it has opened an account a moment ago.
    """

    person_id: str
    sheet_id: str
    district_id: str
    code_index: bytes
    proof: bytes
    phone_index: bytes
    expires_at: datetime
    used: bool = False

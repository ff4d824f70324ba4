"""Cards: what a school prints so that a family or a colleague can take their account into their own hands."""

from contracts.actor import EVERYONE, OFFICE, Role
from contracts.call import Call
from contracts.directory.device import Browser, System
from contracts.directory.own_password import NEW_PASSWORD
from contracts.directory.session import SignedIn
from contracts.fields import Id, Text
from contracts.message import Message, of


class PrintCards(Message):
    """Make cards for the guardians of a class who have no account yet; of one child, for all who are its guardians.

    A head teacher's are for who has no account. Whoever has a post gets a card only from an office where it is.
    Cards made before for the same class are void.
    """

    class_id: str = of(Id())
    pupil_id: str | None = of(Id(metadata={"label": "给谁打印"}), default=None)


class PrintStaffCards(Message):
    """Make cards for the colleagues who have no account yet, or for one of them. Cards made before are void."""

    person_id: str | None = of(Id(), default=None)


class Card(Message):
    """One card; `code` is told this once. A guardian's card names the children of the class, and the relation."""

    person_id: str = of(Id())
    name: str
    relation: str = ""
    children: tuple[str, ...] = ()
    code: str


class Cards(Message):
    """The cards, in the order of the class; who has no phone here; and whose card only an office may print.

    Who has an account, or a post: a card for them opens more than one family's pages.
    """

    cards: tuple[Card, ...]
    without_phone: tuple[str, ...]
    by_office: tuple[str, ...] = ()
    days: int


class Activate(Message):
    """Somebody with a card in their hand chooses a password. `client` is where they come from, for throttling."""

    code: str = of(Text(shortest=1, longest=40, metadata={"label": "激活码", "hint": "卡片上的四组字母和数字"}))
    last_four: str = of(
        Text(shortest=1, longest=8, metadata={
            "label": "手机号后四位", "hint": "学校登记的那个号码", "widget": "digits",
        })
    )
    password: str = of(Text(shortest=1, longest=128, metadata=NEW_PASSWORD))
    client: str = of(Text(longest=64), default="")
    browser: Browser = Browser.OTHER
    system: System = System.OTHER


PRINT_CARDS = Call(
    service="directory", method="print_cards", ask=PrintCards, answer=Cards, allow=OFFICE | {Role.HEAD_TEACHER}
)
PRINT_STAFF_CARDS = Call(
    service="directory", method="print_staff_cards", ask=PrintStaffCards, answer=Cards, allow=OFFICE
)
ACTIVATE = Call(service="directory", method="activate", ask=Activate, answer=SignedIn, allow=EVERYONE)

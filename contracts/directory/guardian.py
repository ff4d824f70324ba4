"""Guardians of a child: who they are and since when, how another comes in, and how a right ends."""

from datetime import datetime
from enum import StrEnum

from contracts.actor import OFFICE, Role
from contracts.call import Call
from contracts.directory.card import Cards
from contracts.fields import Choice, Id, Text
from contracts.message import Message, of


class Relation(StrEnum):
    """What a guardian is to the child."""

    FATHER = "father"
    MOTHER = "mother"
    GRANDPARENT = "grandparent"
    OTHER = "other"


RELATION_LABELS = {
    Relation.FATHER: "爸爸", Relation.MOTHER: "妈妈", Relation.GRANDPARENT: "祖辈", Relation.OTHER: "其他监护人",
}


class EndReason(StrEnum):
    """Why somebody is no guardian any more; `roster` is nobody's choice: a roster no longer named them."""

    OWN_WISH = "own_wish"
    CUSTODY = "custody"
    NO_LONGER_CARING = "no_longer_caring"
    PROTECTION = "protection"
    MISTAKEN = "mistaken"
    ROSTER = "roster"


END_REASON_LABELS = {
    EndReason.OWN_WISH: "本人要求", EndReason.CUSTODY: "监护权变更（判决书或协议）",
    EndReason.NO_LONGER_CARING: "不再照管孩子", EndReason.PROTECTION: "为了保护孩子", EndReason.MISTAKEN: "登记错了",
}


class ReadGuardians(Message):
    """Ask who a child's guardians are: its own guardians may, its head teacher, and the office."""

    pupil_id: str = of(Id())


class Guardian(Message):
    """One guardian. `has_account` is told to the school; `actions` of card, number, sign_out, end are the asker's."""

    person_id: str = of(Id())
    name: str
    relation: str = ""
    since: datetime | None = None
    first: bool = False
    own: bool = False
    has_account: bool | None = None
    actions: tuple[str, ...] = ()


class PastGuardian(Message):
    """Somebody who was a guardian; where `since` is absent, it was before this was written down."""

    person_id: str = of(Id())
    name: str
    relation: str = ""
    since: datetime | None = None
    until: datetime
    reason: EndReason


class Guardians(Message):
    """A child's guardians in their order; those who were are told to the office alone. `may_invite`: the asker."""

    pupil_id: str = of(Id())
    pupil_name: str
    class_id: str | None = of(Id(), default=None)
    guardians: tuple[Guardian, ...]
    past: tuple[PastGuardian, ...] = ()
    may_invite: bool = False


class InviteGuardian(Message):
    """Let somebody else be a guardian of the child from now on; who is known in the district, only an office adds."""

    pupil_id: str = of(Id())
    name: str = of(Text(shortest=1, longest=64, metadata={"label": "姓名", "hint": "和身份证上一样"}))
    relation: Relation = of(Choice(Relation, metadata={"label": "是孩子的", "labels": RELATION_LABELS}))
    phone: str = of(
        Text(shortest=1, longest=20, metadata={
            "label": "手机号", "hint": "本人正在用的号码，以后用它登录", "widget": "digits",
        })
    )


class GuardianInvited(Message):
    """This person is a guardian of the child."""

    pupil_id: str = of(Id())
    person_id: str = of(Id())


class PrintGuardianCard(Message):
    """Make a card for one guardian of a child; it is told once. Who invited them may, while they have no account."""

    pupil_id: str = of(Id())
    person_id: str = of(Id())


class EndGuardianship(Message):
    """The office ends a guardian's right to see the child and act for it, from this moment."""

    pupil_id: str = of(Id())
    person_id: str = of(Id())
    reason: EndReason = of(Choice(EndReason, metadata={"label": "为什么", "labels": END_REASON_LABELS}))


class GuardianshipEnded(Message):
    """This person is no guardian of the child any more; so many others are."""

    pupil_id: str = of(Id())
    person_id: str = of(Id())
    guardians_left: int


SCHOOL = OFFICE | {Role.HEAD_TEACHER}
GUARDIANS = Call(
    service="directory", method="guardians", ask=ReadGuardians, answer=Guardians, allow=SCHOOL | {Role.GUARDIAN}
)
INVITE_GUARDIAN = Call(
    service="directory", method="invite_guardian", ask=InviteGuardian, answer=GuardianInvited,
    allow=SCHOOL | {Role.GUARDIAN}, command=True,
)
PRINT_GUARDIAN_CARD = Call(
    service="directory", method="print_guardian_card", ask=PrintGuardianCard, answer=Cards,
    allow=SCHOOL | {Role.GUARDIAN},
)
END_GUARDIANSHIP = Call(
    service="directory", method="end_guardianship", ask=EndGuardianship, answer=GuardianshipEnded, allow=OFFICE,
    command=True,
)

"""A chain as its office changes it, step by step, until it is published."""

from typing import Any

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Choice, Text, WholeNumber
from contracts.message import Message, of
from contracts.rulebook.chain import Affair, ChainStep


class ReadChain(Message):
    """Ask for the school's chain for an affair, as it stands and as it is being changed."""

    affair: Affair


class ShippedChain(Message):
    """A chain that a school may take over."""

    key: str
    title: str


class ChainDesk(Message):
    """A chain: what stands (version 0: nothing yet), and what it is to be; `sequence` counts the changes, 0 for none.

    `flaws` say why it cannot be published as it is.
    """

    affair: Affair
    version: int
    sequence: int
    title: str
    standing: tuple[ChainStep, ...]
    steps: tuple[ChainStep, ...]
    flaws: tuple[str, ...]
    shipped: tuple[ShippedChain, ...]


class WriteStep(ChainStep):
    """Let a step of the draft be so; the one at this place, from 1, or one more at the end."""

    affair: Affair = of(Choice(Affair))
    sequence: int = of(WholeNumber(least=0))
    place: int | None = of(WholeNumber(least=1), default=None)


class MoveStep(Message):
    """Let a step of the draft, by its place from 1, change places with the one before."""

    affair: Affair = of(Choice(Affair))
    sequence: int = of(WholeNumber(least=0))
    place: int = of(WholeNumber(least=2))


class DropStep(Message):
    """Let the draft do without a step, by its place from 1."""

    affair: Affair = of(Choice(Affair))
    sequence: int = of(WholeNumber(least=0))
    place: int = of(WholeNumber(least=1))


class TakeOverChain(Message):
    """Let the draft be as a chain that is shipped."""

    affair: Affair = of(Choice(Affair))
    sequence: int = of(WholeNumber(least=0))
    chain: str = of(Text(shortest=1, longest=60, metadata={"label": "用现成的流程"}))


class DropChainDraft(Message):
    """Forget what was changed; what stands stays."""

    affair: Affair = of(Choice(Affair))
    sequence: int = of(WholeNumber(least=1))


class PublishChain(Message):
    """Let the draft be the school's chain from now on; what is on its way keeps the version it began with."""

    affair: Affair = of(Choice(Affair))
    sequence: int = of(WholeNumber(least=1))
    version: int = of(WholeNumber(least=0))


def _command(method: str, ask: type[Message]) -> Call[Any, ChainDesk]:
    return Call(service="rulebook", method=method, ask=ask, answer=ChainDesk, allow=OFFICE, command=True)


CHAIN = Call(service="rulebook", method="chain", ask=ReadChain, answer=ChainDesk, allow=OFFICE)
WRITE_STEP = _command("write_step", WriteStep)
MOVE_STEP = _command("move_step", MoveStep)
DROP_STEP = _command("drop_step", DropStep)
TAKE_OVER_CHAIN = _command("take_over_chain", TakeOverChain)
DROP_CHAIN_DRAFT = _command("drop_chain_draft", DropChainDraft)
PUBLISH_CHAIN = _command("publish_chain", PublishChain)

"""Children's data that are to be deleted for ever."""

from typing import Any

from contracts.directory.erasure import (
    ASK_ERASURE,
    CONFIRM_ERASURE,
    DROP_ERASURE,
    ERASE_LEFT,
    ERASURES,
    AskErasure,
    ConfirmErasure,
    DropErasure,
    EraseLeft,
    Erasures,
    ReadErasures,
)
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.erasures.deciding import (
    ask_erasure,
    confirm_erasure,
    drop_erasure,
    erase_left,
    read_erasures,
)
from services.directory.door.own_house import OwnHouse


class ErasuresOfChildren(OwnHouse):
    """Children's data that are to be deleted for ever."""

    @answers(ERASURES)
    def erasures(self, ask: ReadErasures, caller: Caller) -> Erasures:
        """Say what waits to be deleted."""
        return self.house.change(read_erasures, ask, caller)

    @answers(ASK_ERASURE)
    def ask_erasure(self, ask: AskErasure, caller: Caller) -> dict[str, Any]:
        """Ask that a child's data be deleted."""
        return self.house.command(ask_erasure, ask, caller)

    @answers(CONFIRM_ERASURE)
    def confirm_erasure(self, ask: ConfirmErasure, caller: Caller) -> dict[str, Any]:
        """Delete a child's data, as somebody else has asked."""
        return self.house.command(confirm_erasure, ask, caller)

    @answers(DROP_ERASURE)
    def drop_erasure(self, ask: DropErasure, caller: Caller) -> dict[str, Any]:
        """Let a request fall."""
        return self.house.command(drop_erasure, ask, caller)

    @answers(ERASE_LEFT)
    def erase_left(self, ask: EraseLeft, caller: Caller) -> dict[str, Any]:
        """Delete the data of children who left long ago."""
        return self.house.command(erase_left, ask, caller)

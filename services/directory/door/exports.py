"""Children written down in workbooks."""

from typing import Any

from contracts.directory.export import (
    ASK_EXPORT,
    EXPORTS,
    RELEASE_EXPORT,
    TAKE_EXPORT,
    AskExport,
    Exports,
    ReadExports,
    ReleaseExport,
    TakeExport,
    Workbook,
)
from contracts.directory.pupil_list import WRITE_DOWN_PUPILS, PupilList, WriteDownPupils
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.exports.deciding import ask_export, read_exports, release_export, take_export
from services.directory.application.exports.writing_down import write_down_pupils
from services.directory.door.own_house import OwnHouse


class ExportsOfRolls(OwnHouse):
    """Children written down in workbooks."""

    @answers(EXPORTS)
    def exports(self, ask: ReadExports, caller: Caller) -> Exports:
        """Say how the asker's exports stand, and what waits."""
        return self.house.query(read_exports, ask, caller)

    @answers(ASK_EXPORT)
    def ask_export(self, ask: AskExport, caller: Caller) -> dict[str, Any]:
        """Let children be written down, or ask somebody else first."""
        return self.house.command(ask_export, ask, caller)

    @answers(RELEASE_EXPORT)
    def release_export(self, ask: ReleaseExport, caller: Caller) -> dict[str, Any]:
        """Agree to a colleague's export."""
        return self.house.command(release_export, ask, caller)

    @answers(TAKE_EXPORT)
    def take_export(self, ask: TakeExport, caller: Caller) -> Workbook:
        """Give the asker's workbook away, once."""
        return self.house.change(take_export, ask, caller)

    @answers(WRITE_DOWN_PUPILS)
    def write_down_pupils(self, ask: WriteDownPupils, caller: Caller) -> PupilList:
        """Give away some children's lines for a file, within what one person may have."""
        return self.house.change(write_down_pupils, ask, caller)

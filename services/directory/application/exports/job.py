"""What a job is asked to do for an export."""

from contracts.fields import Id
from contracts.job import JobAsk
from contracts.message import of


class RollExport(JobAsk):
    """Write children into a workbook, as it was asked for."""

    kind = "roll_export"

    export_id: str = of(Id())

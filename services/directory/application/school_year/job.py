"""What a job is asked to do at a school year's end."""

from contracts.fields import WholeNumber
from contracts.job import JobAsk
from contracts.message import of


class YearBegin(JobAsk):
    """Take the school into this year."""

    kind = "year_begin"

    year: int = of(WholeNumber(least=2000, most=2200))

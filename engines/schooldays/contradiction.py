"""CalendarContradicts: a calendar that says two things about one day."""


class CalendarContradicts(ValueError):
    """The calendar cannot be used until this is put right; the message says what and where, in Chinese."""

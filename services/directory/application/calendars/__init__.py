"""Calendars: a district's and a school's own, changed by their offices and announced whole."""

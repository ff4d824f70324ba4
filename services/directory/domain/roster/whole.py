"""Whole: of what a file is said to be all there is; who is missing from that has left."""

from enum import StrEnum


class Whole(StrEnum):
    """Nobody leaves by a file that is a part only."""

    PART = "part"
    CLASSES = "classes"
    SCHOOL = "school"

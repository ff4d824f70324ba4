"""Stack: a test runs on one roomy piece of it.

CPython gets its frames' stack in pieces of 16 KiB, and gives each back when the last frame on it returns. A loop that
happens to call across such an edge asks the system for memory at every turn, which cost a law a third of its time.
"""

_SLOTS = 2**15
"""A frame that needs so many gets a piece of its own, with as much again left free above it."""


def on_one_piece(run):
    """Return the same act; all that it calls finds room."""

    def beneath():
        return run()

    beneath.__code__ = beneath.__code__.replace(co_stacksize=_SLOTS)
    return beneath

"""The house that runs here, for the commands that need one."""

from ops.places import here
from ops.sentence import CannotGoOn
from ops.up import state
from ops.up.presence import supervisor_of
from ops.up.state import State


def running_house() -> State:
    """Return where the running house is found, its servers trusted as it does. Raises CannotGoOn when none is ready."""
    places = here()
    house = state.read(places)
    if house is None or supervisor_of(places) is None:
        raise CannotGoOn("系统没有在运行，或还没启动完。先 make run。", "The house does not run yet. First: make run.")
    house.trusted_here()
    return house

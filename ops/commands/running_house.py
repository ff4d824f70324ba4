"""The house that runs here, for the commands that need one."""

from ops import pidfile
from ops.places import here
from ops.sentence import CannotGoOn
from ops.up import state
from ops.up.house import SUPERVISOR
from ops.up.state import State


def running_house() -> State:
    """Return where the running house is found. Raises CannotGoOn when none is ready."""
    places = here()
    house = state.read(places)
    if house is None or pidfile.find(places.run, SUPERVISOR) is None:
        raise CannotGoOn("系统没有在运行，或还没启动完。先 make run。", "The house does not run yet. First: make run.")
    return house

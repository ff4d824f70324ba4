"""Demo: an empty house gets the demo district; a house in which anything has ever happened is left alone."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ops.databases import HouseDatabase
from ops.up.arrival import Arrival
from ops.up.child import Tell
from ops.up.foundations import Foundations
from ops.up.processes import Processes
from ops.up.screen import Starting
from ops.up.supervisor import Supervisor

_LOADING, _LOADED = "demo district: loading", "demo district: loaded"
_ARRIVAL_SECONDS, _STEPS = 300, 3


@dataclass(frozen=True, kw_only=True)
class Demo:
    """Generated once, loaded by each house itself, announced like everything else."""

    processes: Processes
    foundations: Foundations
    supervisor: Supervisor
    folder: Path
    tell: Tell

    def load_into_empty_house(self, starting: Starting) -> None:
        """The demo district is there, and every house knows of the others what it needs, unless the house was in use.

        A load that was interrupted is gone through again from the same files: what stands already stays as it is.
        """
        with closing(Arrival(databases=self.foundations.databases)) as arrival:
            note = self._noted.note
            if note == _LOADED or (note is None and not arrival.nothing_ever_happened("directory")):
                return
            self._load(starting, arrival, begun=note == _LOADING)

    def _load(self, starting: Starting, arrival: Arrival, *, begun: bool) -> None:
        starting.expect(_STEPS)
        if not begun or not (self.folder / "cards.json").exists():
            starting.step("生成示范区县")
            self.supervisor.run([self.processes.demo(self.folder)])
            self._noted.keep_note(_LOADING)
        starting.done()
        starting.step("载入示范区县")
        self.supervisor.run(self.processes.seeds(self.folder))
        starting.done()
        starting.step("各服务接收数据")
        if self._wait_for(arrival, starting):
            self._noted.keep_note(_LOADED)
        starting.done()

    @property
    def _noted(self) -> HouseDatabase:
        return self.foundations.databases["directory"]

    def _wait_for(self, arrival: Arrival, starting: Starting) -> bool:
        """Say whether everything arrived; if not, the operator is told what is missing, and the house goes on."""

        def all_here() -> bool:
            waiting, missing = arrival.waiting(), arrival.missing()
            starting.goes_on(f"各服务接收数据：还有 {max(waiting, missing)} 条")
            return not waiting and not missing

        arrived = self.supervisor.wait_until(all_here, _ARRIVAL_SECONDS, every=0.5)
        if not arrived:
            waiting, missing = arrival.waiting(), arrival.missing()
            self.tell(f"示范数据没有全部送达：{waiting} 条未发出，{missing} 条未收到。请运行 bin/qingfu doctor。")
        return arrived

"""House: the whole of it, brought up step by step, each on what the one before it left, and then looked after."""

import os
from collections.abc import Mapping
from contextlib import suppress

from ops import ports
from ops.alarm import Alarm
from ops.databases import HouseDatabase
from ops.secrets import Secrets
from ops.servers.rabbitmq import OPERATOR
from ops.up import state, welcome
from ops.up.demo import Demo
from ops.up.environment import Environment
from ops.up.foundations import Ground, lay
from ops.up.options import Options
from ops.up.presence import alone, stopping_on_signals
from ops.up.processes import Processes
from ops.up.screen import Screen, Starting
from ops.up.supervisor import AskedToStop, Supervisor
from plumbing.migrate import is_current
from plumbing.settings import TRUST

_READY_SECONDS, _WORKERS_SECONDS = 90, 30
_STEPS_BESIDE_PROCESSES = 2


def up(options: Options, screen: Screen) -> None:
    """Run the house until SIGINT or SIGTERM; afterwards nothing that was started here runs any more."""
    with alone(options.places, screen):
        House(options, screen).run()


class House:
    """One life of the house."""

    def __init__(self, options: Options, screen: Screen):
        self._options, self._screen, self._places = options, screen, options.places
        secrets, gateway_port = Secrets(self._places.secrets), self._gateway_port()
        free = ports.free_ports(str(self._places.var), but=gateway_port)
        ground = Ground(
            places=self._places, secrets=secrets, ports=free, tell=screen.tell, durable=options.durable
        )
        self._foundations = lay(ground, os.environ)
        self._environment = Environment(
            databases=self._foundations.databases,
            amqp_urls=self._foundations.amqp_urls,
            secrets=secrets,
            ports=free,
            gateway_port=gateway_port,
            clock_offset_seconds=options.clock_offset_seconds,
        )
        self._processes = Processes(environment=self._environment, scale=options.scale)
        alarm = Alarm(self._foundations.amqp_urls[OPERATOR])
        self._supervisor = Supervisor(self._places, screen.tell, self._foundations.outside, alarm=alarm.words)

    def run(self) -> None:
        """Start, look after, stop."""
        with stopping_on_signals(self._supervisor):
            try:
                with suppress(AskedToStop):
                    self._start()
                    self._supervisor.look_after_all()
            finally:
                self._screen.tell("正在停止……")
                self._supervisor.stop()
                state.forget(self._places)
                self._screen.tell("已停止，数据都在。")

    def _start(self) -> None:
        """Every process works, an empty house holds the demo district, and the operator knows where to look."""
        with self._screen.starting() as starting:
            starting.expect(len(self._processes.lasting) + _STEPS_BESIDE_PROCESSES)
            self._start_broker()
            self._start_database(starting)
            self._prepare_databases(starting)
            self._foundations.prepare_broker()
            self._start_houses(starting)
            self._supervisor.watch()
            self._load_demo(starting)
        welcome.show(self._screen.console, self._environment.address, self._places.demo / "cards.json")
        self._start_workers()
        self._state().write(self._places)

    def _start_broker(self) -> None:
        """The broker is starting; that takes seconds, in which the databases are prepared."""
        if self._foundations.rabbitmq:
            epmd, broker = self._foundations.rabbitmq.programs_to_run()
            self._supervisor.add(epmd)
            self._supervisor.wait_until_works(epmd, _READY_SECONDS)
            self._supervisor.add(broker)

    def _start_database(self, starting: Starting) -> None:
        starting.step("启动数据库")
        if self._foundations.postgres:
            program = self._foundations.postgres.program()
            self._supervisor.add(program)
            self._supervisor.wait_until_works(program, _READY_SECONDS)
        starting.done()

    def _prepare_databases(self, starting: Starting) -> None:
        starting.step("准备数据表")
        self._foundations.prepare_databases()
        self._supervisor.run(self._processes.migrations(_behind(self._foundations.databases)))
        starting.done()

    def _start_houses(self, starting: Starting) -> None:
        """Our own broker is still coming up: the houses wait for it themselves, as they do whenever it is away."""
        starting.step("启动各项服务")
        servers = self._supervisor.programs
        for program in self._processes.lasting:
            self._supervisor.add(program)
        for program in servers:
            self._supervisor.wait_until_works(program, _READY_SECONDS)
        for program in self._processes.lasting:
            self._supervisor.wait_until_works(program, _READY_SECONDS)
            starting.done()

    def _start_workers(self) -> None:
        """People are at work already; a worker that is slow to come is looked after like everybody else."""
        for program in self._processes.workers:
            self._supervisor.add(program)
        workers = self._processes.workers
        self._supervisor.wait_until(lambda: all(program.answers() for program in workers), _WORKERS_SECONDS, every=0.2)
        self._supervisor.watch()

    def _load_demo(self, starting: Starting) -> None:
        if self._demo_wanted:
            Demo(
                processes=self._processes,
                foundations=self._foundations,
                supervisor=self._supervisor,
                folder=self._places.demo,
                tell=self._screen.tell,
            ).load_into_empty_house(starting)

    @property
    def _demo_wanted(self) -> bool:
        return bool(self._foundations.postgres) if self._options.demo is None else self._options.demo

    def _gateway_port(self) -> int:
        wanted = self._options.gateway_port
        port = ports.first_free_from(wanted)
        if port != wanted:
            self._screen.tell(f"端口 {wanted} 已被占用，改用 {port}")
        return port

    def _state(self) -> state.State:
        databases = self._foundations.databases.values()
        return state.State(
            address=self._environment.address,
            clock_offset_seconds=self._environment.clock_offset_seconds,
            processes=tuple(program.name for program in self._supervisor.programs),
            amqp_urls=dict(self._foundations.amqp_urls),
            admin_urls={database.house: database.admin_url for database in databases},
            trust={name: os.environ.get(name, "") for name in TRUST},
            role_passwords={role: secret for database in databases for role, secret in database.passwords.items()},
        )


def _behind(databases: Mapping[str, HouseDatabase]) -> tuple[str, ...]:
    """Return the houses whose databases are not what their code needs; mostly none, which saves starting processes."""
    return tuple(house for house, database in databases.items() if not is_current(database.owner_url, house))

"""Images of houses, built without an engine, and containers that run from them on the suite's servers."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from contracts.catalogue import HOUSES
from ops import ports
from ops.house_sql import roles
from ops.secret_files import secret_files
from ops.secrets import Secrets
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from tests.deploy.container import Container
from tests.deploy.image import Image


@pytest.fixture(scope="module")
def build():
    """Return a function that builds the image of a house; nobody can write into it."""
    folders = []

    def of(**arguments):
        folders.append(Path(tempfile.mkdtemp(prefix="qingfu-")))
        folders[-1].chmod(0o755)  # its processes run under another user and walk through here
        image = Image(folders[-1], **arguments)
        subprocess.run(["chmod", "--recursive", "a-w", image.root], check=True)
        return image

    yield of
    for folder in folders:
        subprocess.run(["chmod", "--recursive", "u+w", folder], check=True)
        shutil.rmtree(folder)


class Site:
    """One house's database, still without a table, the broker, and the secrets of both."""

    def __init__(self, house, database, vhost, folder):
        self.database = database
        made = secret_files(Secrets(folder / "secrets.json"))
        self.secrets = made | {
            **{f"{user}_amqp_url": vhost.url(user) for user in (*HOUSES, "gateway")},
            **{f"{role}_database_url": database.url(role) for role in roles(house)},
        }
        self._ports, self._containers = ports.free_ports(str(folder)), []
        self.client = RpcClient(vhost.url("gateway"), PassportOffice(made["passport_private_key"]))

    def container(self, service, image):
        self._containers.append(Container(service, image, self.secrets, next(self._ports)))
        return self._containers[-1].start()

    def close(self):
        self.client.close()
        for container in self._containers:
            container.kill()
        self.database.drop()


@pytest.fixture(scope="module")
def site(database_server, module_vhost, tmp_path_factory):
    """Return a function: where the containers of one house run."""
    opened = []

    def of(house):
        folder = tmp_path_factory.mktemp(house)
        opened.append(Site(house, database_server.empty_database(house), module_vhost(), folder))
        return opened[-1]

    yield of
    for one in opened:
        one.close()

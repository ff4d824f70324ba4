"""What docker-compose.yml says, with its anchors resolved."""

import re

import yaml

from ops.places import CHECKOUT

FILE = CHECKOUT / "docker-compose.yml"
_SAID = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SERVICES, NETWORKS, SECRETS = _SAID["services"], _SAID["networks"], _SAID["secrets"]
ONCE = {name for name, service in SERVICES.items() if service["restart"] == "no"}
OURS = {name for name, service in SERVICES.items() if "build" in service}
_UNITS = {"s": 1, "m": 60, "M": 1, "G": 1024}


def secrets_of(service):
    """Return which secret a container finds in which file of /run/secrets."""
    given = (one if isinstance(one, dict) else {"source": one, "target": one} for one in SERVICES[service]["secrets"])
    return {one["target"]: one["source"] for one in given}


def seconds(duration):
    return _amount(duration)


def megabytes(service):
    return _amount(SERVICES[service]["deploy"]["resources"]["limits"]["memory"])


def _amount(said):
    number, unit = re.fullmatch(r"(\d+)([smMG])", said).groups()
    return int(number) * _UNITS[unit]

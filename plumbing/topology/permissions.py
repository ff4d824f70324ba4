"""Permissions: what each broker user may configure, write and read; a stolen password opens its own house only."""

import re

from contracts import catalogue
from plumbing.topology.names import CANARY_EXCHANGE, RPC_EXCHANGE, exchange_of, parked


def _only(*names: str) -> str:
    return "^(" + "|".join(names) + ")$"


def permissions(user: str) -> dict[str, str]:
    """Say what a broker user may configure, write and read. Canary queues are each process's own."""
    own_canary = rf"canary\.{user}\..*"
    if user == "gateway":
        own = (r"rpc\.reply-gateway-.*", r"listen\.gateway\..*", own_canary)
        heard = {exchange_of(event) for event in catalogue.GATEWAY_LISTENS}
        return {
            "configure": _only(*own),
            "write": _only(re.escape(RPC_EXCHANGE), CANARY_EXCHANGE, *own),
            "read": _only(re.escape(RPC_EXCHANGE), CANARY_EXCHANGE, *map(re.escape, sorted(heard)), *own),
        }
    if user in catalogue.HOUSES:
        aside = (rf"retry\.{user}\..*", re.escape(parked(user)))
        return {
            "configure": _only(own_canary),
            "write": _only(rf"{user}\.events", re.escape(RPC_EXCHANGE), CANARY_EXCHANGE, *aside, own_canary),
            "read": _only(rf"{user}\.[a-z_]+", f"rpc-{user}", CANARY_EXCHANGE, own_canary),
        }
    return {"configure": ".*", "write": ".*", "read": ".*"}


def topic_permissions(user: str) -> list[dict[str, str]]:
    """Say which keys a user may publish: a house only its own events and replies, the gateway only known calls."""
    reply = "[0-9a-f]{32}"
    if user == "gateway":
        calls = (re.escape(call.name) for call in catalogue.CALLS)
        heard = "|".join(re.escape(event.type) for event in catalogue.GATEWAY_LISTENS)
        return [
            {"exchange": RPC_EXCHANGE, "write": _only(*calls), "read": _only(reply)},
            *(
                {"exchange": exchange, "write": "^$", "read": rf"^\*\.\*\.({heard})$"}
                for exchange in sorted({exchange_of(event) for event in catalogue.GATEWAY_LISTENS})
            ),
        ]
    if user in catalogue.HOUSES:
        return [
            {"exchange": RPC_EXCHANGE, "write": _only(reply), "read": "^$"},
            {"exchange": f"{user}.events", "write": rf"\.{user}\.[a-z_]+\.v[0-9]+$", "read": "^$"},
        ]
    return []

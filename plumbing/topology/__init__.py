"""Topology: every exchange, queue, binding and broker user, drawn from the catalogue; nothing is declared elsewhere."""

from plumbing.topology.definitions import definitions
from plumbing.topology.names import CANARY_EXCHANGE, RPC_EXCHANGE, exchange_of, parked, retry_exchange
from plumbing.topology.part import Binding, Exchange, Part, Queue
from plumbing.topology.whole import parts

__all__ = [
    "CANARY_EXCHANGE", "RPC_EXCHANGE", "Binding", "Exchange", "Part", "Queue", "definitions", "exchange_of",
    "parked", "parts", "retry_exchange",
]

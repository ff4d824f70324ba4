"""Network: the neighbourhood an address belongs to; a school or a household is one, whoever sits in it."""

from ipaddress import IPv4Address, ip_address, ip_network

UNKNOWN = "unknown"
_V4_PREFIX, _V6_PREFIX = 24, 64


def network_of(address: str) -> str:
    """Return the address's neighbourhood, the same for all who cannot be told apart; never raises."""
    try:
        parsed = ip_address(address.strip())
    except ValueError:
        return UNKNOWN
    prefix = _V4_PREFIX if isinstance(parsed, IPv4Address) else _V6_PREFIX
    return str(ip_network(f"{parsed}/{prefix}", strict=False))

"""Is a server elsewhere the one that is meant, and for how long does its certificate say so?"""

from collections.abc import Iterator
from datetime import timedelta

from ops.doctor.finding import Finding
from plumbing import clock, proof
from plumbing.address import Address

_SOON = timedelta(days=21)


def look(server: Address) -> Iterator[Finding]:
    """Give a finding for a certificate that ends soon. Raises Untrusted for a server that is not what it should be."""
    until = proof.prove(server)
    now = clock.now() - timedelta(seconds=clock.offset_seconds())
    if until and until - now < _SOON:
        words = f"证书 {clock.local_date(until):%Y-%m-%d} 到期"
        yield Finding(about=str(server), words=words, repair="给服务器换一张证书（运维手册“接到现有的服务器上”）")

"""Signing in, the two transactions of it: a try is counted, and then, if the password was right, a session opens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contracts.directory.session import SignedIn, SignIn
from services.directory.application.second_factor.second_step import let_in
from services.directory.application.second_factor.unit import FactorUnit
from services.directory.application.signing_in.account import Account
from services.directory.application.signing_in.throttle import heard
from services.directory.application.unit import Unit
from services.directory.domain.login import normal
from services.directory.domain.network import network_of
from services.directory.domain.patience import ANYWHERE, AT_ONE_PLACE, FROM_ONE_NETWORK, Patience
from services.directory.domain.tries import Tries


@dataclass(frozen=True, kw_only=True)
class _Counted:
    """The three names under which a try is counted, whether or not such an account exists."""

    at_one_place: str
    anywhere: str
    from_one_network: str

    @classmethod
    def of(cls, ask: SignIn) -> "_Counted":
        login, network = normal(ask.login), network_of(ask.client)
        return cls(
            at_one_place=f"place {network} {login}", anywhere=f"login {login}", from_one_network=f"network {network}"
        )

    @property
    def patience(self) -> Mapping[str, Patience]:
        return {
            self.at_one_place: AT_ONE_PLACE, self.anywhere: ANYWHERE, self.from_one_network: FROM_ONE_NETWORK
        }

    def minding(self, tries: Mapping[str, Tries]) -> Iterable[Tries]:
        """Return which of the tries are waited for: who got in from here before minds only mistakes made here."""
        here = tries[self.at_one_place]
        return (here,) if here.proven else tries.values()


def knock(unit: Unit, ask: SignIn) -> Account | None:
    """Count one more try, before anyone knows how it ends; return the account, if there is one.

    Raises TooManyTries while the next try is not heard yet; that one is not counted.
    """
    counted = _Counted.of(ask)
    heard(unit, counted.patience, minding=counted.minding)
    return unit.account(normal(ask.login))


def admit(unit: FactorUnit, ask: SignIn, account: Account) -> SignedIn:
    """Open a session for the account, whose password has been proved; the try no longer counts.

    Where a second factor is on, nothing opens yet: the answer's token is good for the second step alone.
    """
    counted = _Counted.of(ask)
    tries = unit.take_tries(counted.patience)
    unit.keep_tries({
        counted.at_one_place: tries[counted.at_one_place].succeeded(unit.now),
        counted.anywhere: tries[counted.anywhere].without_one(ANYWHERE),
        counted.from_one_network: tries[counted.from_one_network].without_one(FROM_ONE_NETWORK),
    })
    return let_in(unit, account.person_id, browser=ask.browser, system=ask.system)

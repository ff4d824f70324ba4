"""directory's word on what a school asks of its staff, in memory."""

from datetime import date, timedelta

from contracts.actor import Actor
from contracts.directory import security as of
from plumbing import clock
from tests.unit.gateway.houses import people as who


class Securities:
    """From which day a second factor is asked for; nobody has one but who is `on`."""

    on: set[str]

    def __init__(self) -> None:
        self.second_factor_from: date | None = None

    def security(self, _: of.ReadSecurity, __: Actor) -> of.Security:
        staff = (person for person in (who.WANG, who.ZHAO, who.WU) if person not in self.on)
        unproven = tuple(of.Unproven(person_id=person, name=who.PEOPLE[person]) for person in staff)
        return of.Security(second_factor_from=self.second_factor_from, unproven=unproven)

    def demand_second_factor(self, ask: of.DemandSecondFactor, _: Actor) -> of.SecurityStands:
        required = ask.demand is of.SecondFactorDemand.REQUIRED
        self.second_factor_from = clock.today() + timedelta(days=ask.grace_days) if required else None
        return of.SecurityStands(second_factor_from=self.second_factor_from)

    def reset_second_factor(self, ask: of.ResetSecondFactor, _: Actor) -> of.SecondFactorReset:
        self.on.discard(ask.person_id)
        return of.SecondFactorReset(person_id=ask.person_id)

"""Norm checkup: norms that bind nobody yet, nobody any more, or soon nobody, so that no rule lapses unseen."""

from contracts.rulebook.norm_checkup import Gap, NormCheckup, NormGap, ReadNormCheckup
from services.rulebook.application.unit import Unit
from services.rulebook.domain.dates import NOTICE, Standing, dated

_GAPS = {Standing.NOT_YET: Gap.NOT_YET, Standing.NO_MORE: Gap.NO_MORE, Standing.ENDING: Gap.ENDING}
_HOLDS = (Standing.IN_FORCE, Standing.ENDING)


def read_norm_checkup(unit: Unit, ask: ReadNormCheckup) -> NormCheckup:
    """Return how many norms hold on the day, and the gaps; what has been over for long is no news any more."""
    judged = [(norm, dated(norm, ask.on)) for norm in unit.standing()]
    gaps = tuple(
        NormGap(norm=norm.key, title=norm.title, layer=norm.layer, gap=_GAPS[how.standing], on=how.on)
        for norm, how in judged if how.on is not None and how.on >= ask.on - NOTICE
    )
    return NormCheckup(in_force=sum(how.standing in _HOLDS for _, how in judged), gaps=gaps)

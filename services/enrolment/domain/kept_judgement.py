"""KeptJudgement: under what a programme was announced: which editions of the norms, and what they warned of."""

from dataclasses import dataclass

from engines.policy import Edition
from services.enrolment.domain.judged import Judged


@dataclass(frozen=True, kw_only=True)
class KeptJudgement:
    """`warned` names each norm, by layer and key, that the programme leans on."""

    editions: tuple[Edition, ...]
    warned: tuple[tuple[str, str], ...]

    @staticmethod
    def of(judgement: Judged, editions: tuple[Edition, ...]) -> "KeptJudgement":
        """Return what is to be remembered of a judgement."""
        norms = (one.finding.norm for one in judgement.found)
        return KeptJudgement(editions=editions, warned=tuple((str(norm.layer), norm.key) for norm in norms))

"""Publication: a layer says something new, and every house hears the whole of it."""

from contracts.rulebook.norms import NormsPublished
from engines.policy import first_change, norm_to_plain
from services.rulebook.application.unit import Unit
from services.rulebook.domain.draft import Draft
from services.rulebook.domain.edition import Edition
from services.rulebook.domain.made import Made


def publish(unit: Unit, draft: Draft) -> Edition:
    """Let the draft stand as the layer's next edition; where it already stands, nothing changes and nobody is told.

    Raises ChangesNothing for a row that is nowhere true under the layers above, or a derogation that lifts nothing.
    """
    standing = unit.take_layer(draft.layer)
    if standing.says(draft.norms):
        return standing
    draft.check_under(unit.standing(), unit.school_id)
    return follow(unit, standing, draft, Made(first_change=first_change(standing.norms, draft.norms)))


def follow(unit: Unit, standing: Edition, draft: Draft, made: Made) -> Edition:
    """Let the draft, which has been checked, stand in place of what stood, and have every house told."""
    edition = standing.followed_by(draft.norms)
    unit.keep(edition, made)
    unit.emit(published(edition))
    return edition


def published(edition: Edition) -> NormsPublished:
    """Return the news of an edition."""
    return NormsPublished(
        layer_id=edition.layer_id,
        layer=edition.layer,
        version=edition.version,
        norms=tuple(norm_to_plain(norm) for norm in edition.norms),
    )

"""What a teacher teaches: the class and subject they may set homework for, and as whom."""

from contracts.actor import Actor, Role
from gateway import here
from gateway.caller import Caller
from gateway.forms.field import Option
from gateway.forms.joined import Joined, joined_value
from gateway.language import phrase
from gateway.roll import roll

NAME = "teaching"


def learn_class_names(caller: Caller) -> None:
    """Have the names of the teacher's classes ready; silence of directory leaves those heard before."""
    class_ids = [grant.class_id for _, grant in caller.grants(Role.TEACHER) if grant.class_id]
    unknown = [class_id for class_id in class_ids if not here.class_names().knows(class_id)]
    if unknown:
        roll(caller.actors(Role.TEACHER), class_ids=unknown).class_name(unknown[0])


def joined(sent: str = "") -> Joined:
    """Return the question for class and subject together; where the choices cannot be known, with the one sent."""
    grants = [grant for _, grant in here.known_caller().grants(Role.TEACHER)]
    values = [joined_value(grant.class_id, grant.subject) for grant in grants if grant.class_id and grant.subject]
    options = tuple(Option(value=value, label=label(value)) for value in values or [sent] if value)
    return Joined(name=NAME, label="班级和学科", parts=("class_id", "subject"), options=options)


def label(value: str) -> str:
    """Return 三（2）班 · 数学."""
    class_id, _, subject = value.partition("|")
    return phrase("{0} · {1}", here.class_names().of(class_id), subject)


def teacher_of(caller: Caller, class_id: str) -> Actor:
    """Return the actor that teaches this class; where none does, one whom homework will tell so."""
    own = [actor for actor, grant in caller.grants(Role.TEACHER) if grant.class_id == class_id]
    return own[0] if own else caller.actors(Role.TEACHER)[0]

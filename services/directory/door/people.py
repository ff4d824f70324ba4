"""Who is there, who may know, and the cards that open their accounts."""

from contracts.directory.card import PRINT_CARDS, PRINT_STAFF_CARDS, Cards, PrintCards, PrintStaffCards
from contracts.directory.checkup import CHECKUP, Checkup, ReadCheckup
from contracts.directory.class_list import CLASS_LIST, ClassList, ReadClassList
from contracts.directory.people import NAMES, Names, NamesWanted
from contracts.directory.pupil_list import PUPIL_LIST, PupilList, ReadPupilList
from contracts.directory.readers import READERS, Readers, ReadReaders
from contracts.directory.school import CLASSES, SCHOOL, Classes, FindSchool, ListClasses, School
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.cards.printing import print_cards, print_staff_cards
from services.directory.application.checkup import read_checkup
from services.directory.application.class_list import read_class_list
from services.directory.application.names import read_names
from services.directory.application.pupil_list import read_pupil_list
from services.directory.application.readers import read_readers
from services.directory.application.schools import find_school, list_classes
from services.directory.door.own_house import OwnHouse


class People(OwnHouse):
    """Who is there, who may know, and the cards that open their accounts."""

    @answers(SCHOOL)
    def school(self, ask: FindSchool, caller: Caller) -> School:
        """Find a school by its code."""
        return self.house.query(find_school, ask, caller)

    @answers(CLASSES)
    def classes(self, ask: ListClasses, caller: Caller) -> Classes:
        """List the school's classes."""
        return self.house.query(list_classes, ask, caller)

    @answers(NAMES)
    def names(self, ask: NamesWanted, caller: Caller) -> Names:
        """Name those the asker may know."""
        return self.house.change(read_names, ask, caller)

    @answers(CLASS_LIST)
    def class_list(self, ask: ReadClassList, caller: Caller) -> ClassList:
        """Say who sits in a class."""
        return self.house.change(read_class_list, ask, caller)

    @answers(PUPIL_LIST)
    def pupil_list(self, ask: ReadPupilList, caller: Caller) -> PupilList:
        """Say in which class and on which seat some children are."""
        return self.house.change(read_pupil_list, ask, caller)

    @answers(READERS)
    def readers(self, ask: ReadReaders, caller: Caller) -> Readers:
        """Say who has looked at a child's data."""
        return self.house.change(read_readers, ask, caller)

    @answers(PRINT_CARDS)
    def print_cards(self, ask: PrintCards, caller: Caller) -> Cards:
        """Make cards for the guardians of a class."""
        return self.house.change(print_cards, ask, caller)

    @answers(PRINT_STAFF_CARDS)
    def print_staff_cards(self, ask: PrintStaffCards, caller: Caller) -> Cards:
        """Make cards for colleagues."""
        return self.house.change(print_staff_cards, ask, caller)

    @answers(CHECKUP)
    def checkup(self, ask: ReadCheckup, caller: Caller) -> Checkup:
        """Say what the school lacks."""
        return self.house.query(read_checkup, ask, caller)

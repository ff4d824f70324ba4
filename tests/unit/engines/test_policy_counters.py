"""What one piece of homework brings to each counter of its class's day (H1)."""

from engines.policy import Counter, counters_of


def test_there_are_eight_counters_always_in_the_same_order():
    assert [counter.key for counter in Counter.every()] == [
        "written_home_average", "written_home_maximum", "written_total_average", "written_total_maximum",
        "all_home_average", "all_home_maximum", "all_total_average", "all_total_maximum",
    ]


def test_written_work_at_home_counts_everywhere():
    assert counters_of(True, True, 20, 30) == {
        "written_home_average": 20, "written_home_maximum": 30,
        "written_total_average": 20, "written_total_maximum": 30,
        "all_home_average": 20, "all_home_maximum": 30,
        "all_total_average": 20, "all_total_maximum": 30,
    }


def test_written_work_at_school_counts_for_the_whole_day_only():
    assert {key for key, minutes in counters_of(True, False, 20, 30).items() if minutes} == {
        "written_total_average", "written_total_maximum", "all_total_average", "all_total_maximum",
    }


def test_reading_at_home_counts_among_all_work_only():
    assert {key for key, minutes in counters_of(False, True, 20, 30).items() if minutes} == {
        "all_home_average", "all_home_maximum", "all_total_average", "all_total_maximum",
    }


def test_a_counter_is_found_by_its_key():
    assert all(Counter.named(counter.key) == counter for counter in Counter.every())

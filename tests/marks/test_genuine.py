"""What is said of goods is read alike in every run, whatever order a set has."""

from monitor.marks import not_genuine

NAME = "岚沐恒温电热水壶"


def test_words_that_hold_one_another_are_taken_away_the_longest_first() -> None:
    pieces = {NAME[:end] for end in range(2, len(NAME) + 1)}
    found = list(not_genuine(f"{NAME} 非正品", lambda: (pieces, ())))
    assert [(one.text, one.sure) for one in found] == [("非正品", True)]

from bench.mutation.mutants import mutants_of

SOURCE = """
def f(day, n):
    if not day and n >= 2:
        return day - 7
    return 1 if day is None else n
"""


def test_each_mutant_changes_one_thing() -> None:
    changes = {(mutant.before, mutant.after) for mutant in mutants_of(SOURCE)}
    assert changes == {
        ("not day and n >= 2", "not day or n >= 2"),
        ("not day", "day"),
        ("n >= 2", "n > 2"),
        ("2", "3"),
        ("day - 7", "day + 7"),
        ("7", "8"),
        ("1", "2"),
        ("day is None", "day is not None"),
        ("1 if day is None else n", "1 if not day is None else n"),
    }


def test_a_mutant_is_source_that_differs_and_still_compiles() -> None:
    for mutant in mutants_of(SOURCE):
        assert mutant.source != SOURCE
        compile(mutant.source, "mutant", "exec")

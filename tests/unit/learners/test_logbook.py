import pytest
from sqlalchemy import select

from bot.errors import UnknownLearner
from bot.learners.logbook import LogbookService
from bot.learners.models import Learner
from bot.learners.redact import MARK
from bot.store.tables.learners import logbook as table
from bot.store.work import Store


def test_lines_come_back_newest_first(logbook: LogbookService, learner: Learner) -> None:
    for text in ("gezaagd", "geschuurd", "gelakt"):
        logbook.write(learner.id, text)
    assert [line.text for line in logbook.recent(learner.id, 2)] == ["gelakt", "geschuurd"]


def test_a_line_is_redacted_and_sealed(logbook: LogbookService, learner: Learner, store: Store) -> None:
    assert logbook.write(learner.id, "gebeld met 0612345678").text == f"gebeld met {MARK}"
    with store.work() as work:
        assert "gebeld" not in work.connection.execute(select(table.c.text)).scalar_one()


def test_a_line_for_nobody_is_an_error(logbook: LogbookService) -> None:
    with pytest.raises(UnknownLearner):
        logbook.write("nobody", "gezaagd")


def test_a_line_gets_other_words_and_keeps_its_date(logbook: LogbookService, learner: Learner) -> None:
    line = logbook.write(learner.id, "gezaagd")
    assert logbook.reword(learner.id, line.id, "geschuurd, bel 0612345678")
    assert [(each.text, each.written_at) for each in logbook.recent(learner.id)] == [(f"geschuurd, bel {MARK}", line.written_at)]


def test_one_line_is_removed_and_then_all(logbook: LogbookService, learner: Learner) -> None:
    lines = [logbook.write(learner.id, text) for text in ("gezaagd", "geschuurd", "gelakt")]
    logbook.remove(learner.id, lines[1].id)
    assert [line.text for line in logbook.recent(learner.id)] == ["gelakt", "gezaagd"]
    logbook.clear(learner.id)
    assert logbook.recent(learner.id) == []


def test_a_line_of_somebody_else_is_left_alone(logbook: LogbookService, learner: Learner) -> None:
    line = logbook.write(learner.id, "gezaagd")
    logbook.remove("nobody", line.id)
    logbook.clear("nobody")
    assert not logbook.reword("nobody", line.id, "anders")
    assert [each.text for each in logbook.recent(learner.id)] == ["gezaagd"]

"""The experiment with choosing nudges, for tests."""

from dataclasses import dataclass


@dataclass
class TwinExperiment:
    """``part``: whether people take part; None while there is no experiment."""

    part: bool | None = None

    def why(self, learner_id: str) -> None:
        """No nudge came."""

    def takes_part(self, learner_id: str) -> bool | None:
        return self.part

    def leave_experiment(self, learner_id: str) -> bool | None:
        self.part = None if self.part is None else False
        return self.part

    def join_experiment(self, learner_id: str) -> bool | None:
        self.part = None if self.part is None else True
        return self.part

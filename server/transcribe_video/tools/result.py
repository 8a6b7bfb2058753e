"""What every tool's structured result holds; text and structure each suffice alone."""

from typing import Any, Literal, Self

from pydantic import BaseModel, Field

Status = Literal["idle", "running", "completed", "failed", "cancelled", "needs_input"]


class Progress(BaseModel):
    """How far the work is, in seconds of the recording."""

    done_s: float = 0
    total_s: float | None = None
    fraction: float | None = None
    eta_s: float | None = None


class Next(BaseModel):
    """What to call next, and why."""

    tool: str = "state"
    arguments: dict[str, Any] = {}
    after_s: float = 0
    why: str = ""


class Choice(BaseModel):
    """One answer to a question: what to add to the arguments of ``answer_with``."""

    label: str = ""
    arguments: dict[str, Any] = {}


class AnswerWith(BaseModel):
    """The call that answers a question."""

    tool: str = ""
    arguments: dict[str, Any] = {}


class Result(BaseModel):
    """What all results share."""

    session_id: str | None = Field(default=None, description="The project: give it in later calls.")
    job_id: str | None = None
    status: Status = "idle"
    progress: Progress | None = None
    next: Next | None = None
    notes: list[str] = Field(default=[], description="Pass these on to the user.")
    link: str | None = Field(default=None, description="A page for the user to open.")
    question: str | None = Field(default=None, description="Ask the user this.")
    choices: list[Choice] = []
    answer_with: AnswerWith | None = None

    def shortened(self) -> Self | None:
        """The same with less in it, for an answer that is too long; None if nothing can go."""
        return None

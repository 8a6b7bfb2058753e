"""The agent: what a message asks for, as a plan of work, and what is said of it afterwards."""

from transcribe_video.backend.agent.outcome import reply_of
from transcribe_video.backend.agent.plan import Plan
from transcribe_video.backend.agent.understanding import understand

__all__ = ["Plan", "reply_of", "understand"]

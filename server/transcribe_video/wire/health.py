"""How an embedded backend is found, and what it says of itself (ours)."""

from pydantic import Field

from transcribe_video.wire.message import Message

HEALTH = "/api/local/health"
STOP = "/api/local/stop"


class Runtime(Message):
    """The file through which a backend is found; readable by its owner only.

    Attributes:
        secret: the bearer of every call; new with every run.
        wire: see ``transcribe_video.wire.WIRE``.
        version: of the program.
    """

    port: int = Field(ge=1, le=65_535)
    secret: str = Field(min_length=32)
    pid: int
    wire: int
    version: str
    boot_id: str

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"


class Health(Message):
    """``GET HEALTH``: that it lives, and whether it is busy."""

    pid: int
    wire: int
    version: str
    boot_id: str
    jobs: int = 0
    is_page_open: bool = False
    idle_s: float = 0


class StopRequest(Message):
    """``POST STOP``: leave; with ``only_if_idle`` an answer of 409 says that there is work."""

    only_if_idle: bool = False

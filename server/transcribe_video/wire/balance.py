"""Credits."""

from typing import Annotated

from pydantic import BeforeValidator

from transcribe_video.wire.message import Message

BALANCE = "/api/credits/balance/simple"


def _amount(value: object) -> object:
    """Missing or negative counts as nothing."""
    return value if isinstance(value, int | float) and value > 0 else 0


Amount = Annotated[float, BeforeValidator(_amount)]


class Balance(Message):
    """What an account has; ``total`` is null on this machine (ours), where nothing is charged."""

    available: Amount = 0
    frozen: Amount = 0
    total: Amount | None = 0

    def sent(self) -> dict[str, object]:
        """The JSON object to send; a null total says something and stands in it."""
        return super().sent() | {"total": self.total}

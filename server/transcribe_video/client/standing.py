"""How a caller stands with the cloud, as far as its refusals depend on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """Who calls.

    Attributes:
        is_token_given: whether a person has set the token (``NEMO_TOKEN``).
        registration_link: where an anonymous user becomes a registered one; None for others.
    """

    is_token_given: bool = False
    registration_link: str | None = None

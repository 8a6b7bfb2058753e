"""What may stand in the header of a request."""

from collections.abc import Mapping

from transcribe_video.errors import ConfigurationError


def checked(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers, all of them printable ASCII.

    Raises:
        ConfigurationError: one is not; the sentence names the header and never shows its value.
    """
    for name, value in headers.items():
        if not (value.isascii() and value.isprintable() and value.strip()):
            raise ConfigurationError(
                f"The header {name} cannot be sent",
                "its value is empty or holds other characters than printable ASCII",
                "Correct the setting or the file that it is taken from",
            )
    return dict(headers)

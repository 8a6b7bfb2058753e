"""Milliseconds to the text that people read, and to and from the wire's seconds.

Times inside the program are integer milliseconds; these are the only places where they turn
into clock text.
"""


def clock(ms: int) -> str:
    """The time as people say it: ``0:07``, ``12:03``, ``1:02:03`` (rounded down to seconds)."""
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def fine_clock(ms: int) -> str:
    """The same to the millisecond, without zeros at its end: ``0:07``, ``1:20.5``."""
    rest = f"{max(ms, 0) % 1000:03}".rstrip("0")
    return f"{clock(ms)}.{rest}" if rest else clock(ms)


def subtitle_time(ms: int, decimal_mark: str) -> str:
    """The time as subtitle files write it: ``00:12:03,450``.

    Args:
        ms: milliseconds from the start; below zero counts as zero.
        decimal_mark: ``","`` in SubRip, ``"."`` in WebVTT.
    """
    minutes, rest = divmod(max(ms, 0), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{decimal_mark}{rest % 1000:03}"


def seconds(ms: int) -> float:
    """Seconds with three decimals, as the wire and JSON documents carry them."""
    return round(ms / 1000, 3)


def milliseconds(seconds_: float) -> int:
    """The wire's seconds as whole milliseconds."""
    return round(seconds_ * 1000)

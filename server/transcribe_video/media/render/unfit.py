"""That a recording does not do for the way in which it was to be used."""


class UnfitError(Exception):
    """Another way has to be taken; the message says why, as a part of a sentence."""

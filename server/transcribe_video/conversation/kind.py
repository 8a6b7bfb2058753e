"""What a word or phrase of a message can be."""

from enum import StrEnum, auto


class Kind(StrEnum):
    """The part that a phrase plays in a message."""

    # What is wanted.
    TRANSCRIBE = auto()  # value "text" where the phrase names text as the result
    TRANSCRIPT = auto()
    QUICK_EDIT = auto()
    EXPORT = auto()
    DELIVER = auto()
    GIVE = auto()
    CONVERT = auto()
    CAPTION = auto()  # to caption a video
    STOP = auto()
    # What it shall be; the value is a name.
    FORMAT = auto()
    SUBTITLE = auto()
    DOCUMENT = auto()
    TEXT = auto()
    ALL_FORMATS = auto()
    UNKNOWN_FORMAT = auto()
    VIDEO = auto()
    RECORDING = auto()  # value "audio" where only the sound is meant
    MP4 = auto()
    UNKNOWN_VIDEO = auto()
    RESOLUTION = auto()
    # How, and of what.
    LANGUAGE = auto()
    LANGUAGE_IS = auto()  # a language's name or code must follow
    QUALITY = auto()
    SPEAKERS = auto()
    FILE = auto()
    NUMBER = auto()
    ALL = auto()
    STRANGER = auto()  # a file that is not among those that are known
    # What cannot be had.
    TRANSLATE = auto()
    EDIT = auto()
    PART = auto()
    BURN = auto()
    # How the parts hang together.
    READ = auto()
    QUESTION = auto()  # at the beginning of a sentence
    ASKED = auto()  # anywhere in it
    NEGATION = auto()
    POSITIVE = auto()
    TO = auto()
    OF = auto()
    WITH = auto()
    ADD = auto()
    AND = auto()
    OR = auto()
    COMMA = auto()
    BREAK = auto()
    END = auto()
    THIS = auto()
    FILLER = auto()
    OTHER = auto()

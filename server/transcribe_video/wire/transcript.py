"""What was said, on the wire (ours): never inside the draft, which is polled."""

from transcribe_video.wire.message import Id, Message

READ = "/api/local/sessions/{session_id}/transcript"
WRITE = "/api/local/sessions/{session_id}/documents"
DOCUMENT = "/api/local/sessions/{session_id}/documents/{format}"  # GET ?media_id=…: its bytes


class SpokenWord(Message):
    """One word with the time at which it is heard, in seconds."""

    start_s: float
    end_s: float
    text: str
    probability: float


class Utterance(Message):
    """One utterance; ``words`` only where they were asked for."""

    start_s: float
    end_s: float
    text: str
    speaker: str | None = None
    words: list[SpokenWord] = []


class TranscriptPage(Message):
    """``GET READ?media_id&from_s&to_s&find&cursor&words=1&most=6000``: a part of a transcript.

    Attributes:
        segments: at most ``most`` characters of text: whole utterances, or a part of one that is
            longer; at least a word.
        next_cursor: for the next part; None at the end.
        total_words: of the whole transcript.
        matches: how many utterances hold what was looked for; None if nothing was.
        is_partial: whether the recording is still being worked on.
        recognised_s: up to where its words are known, while it is being worked on.
    """

    session_id: Id
    media_id: Id
    media_name: str = ""
    language: str = ""
    duration_s: float = 0
    segments: list[Utterance] = []
    next_cursor: str | None = None
    total_words: int = 0
    matches: int | None = None
    notes: list[str] = []
    is_partial: bool = False
    recognised_s: float = 0


class DocumentFile(Message):
    """A document that was written."""

    format: str
    path: str
    bytes: int = 0


class DocumentsRequest(Message):
    """``POST WRITE``: write a finished transcript in other formats; the reply is ``Documents``.

    ``otio``, ``fcpxml`` and ``edl`` are the edit, with its subtitles beside. ``path`` is for one
    format: a file or an existing folder; None is beside the recording.
    """

    formats: list[str]
    media_id: Id | None = None
    path: str | None = None


class Documents(Message):
    """Where documents were written."""

    media_id: Id
    files: list[DocumentFile] = []
    notes: list[str] = []

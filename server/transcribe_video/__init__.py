"""Turn a video into an accurate text document."""

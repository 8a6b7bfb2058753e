"""The backend's work: transcriptions, fetches and renders, each supervised from a thread."""

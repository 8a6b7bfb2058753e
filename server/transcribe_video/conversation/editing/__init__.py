"""Edits: what a person wants changed in a video, and the grammar that reads it from a message."""

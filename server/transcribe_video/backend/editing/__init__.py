"""Editing a session: its timeline as it stands, a message, and what is said of what it did."""

"""What the backend remembers: sessions, media, jobs, transcripts, turns and claims, in SQLite."""

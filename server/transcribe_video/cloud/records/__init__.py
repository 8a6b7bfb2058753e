"""What this machine remembers of the cloud: sessions, files, work under way, transcripts."""

"""What was said: words, segments, speaker turns, the transcript, and its cues and paragraphs."""

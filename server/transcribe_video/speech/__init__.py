"""Sound to words: the recogniser and the speech models it reads."""

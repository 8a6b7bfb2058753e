"""The NemoVideo cloud as a backend: its replies and this machine's records, as the tools ask."""

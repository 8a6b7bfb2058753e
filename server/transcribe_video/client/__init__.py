"""Talks to any backend that speaks the wire: calls, uploads, and the stream of a turn.

``caller`` is the only importer of the HTTP library; nothing else here needs it.
"""

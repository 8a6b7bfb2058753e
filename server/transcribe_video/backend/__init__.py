"""Is a backend: a process that keeps sessions, does the work and speaks the wire protocol.

Importing ``launcher`` needs nothing but the base install; the other modules need the optional
part “offline”.
"""

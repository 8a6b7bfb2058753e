"""From what a person names to its sound: recordings, what is in them, and 16 kHz samples.

The only importer of the media libraries. ``source`` needs none of them; importing ``probe`` or
``record`` without the optional part “offline” raises MissingExtraError.
"""

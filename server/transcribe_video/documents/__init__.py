"""A transcript as a document: one file per format, a registry, and the shelf they are put on."""

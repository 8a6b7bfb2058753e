"""One picture of an edit: a moment of it, the two sides of a join, or a sheet of small ones."""

"""Where finished things go: beside their source, or where the user keeps downloads."""

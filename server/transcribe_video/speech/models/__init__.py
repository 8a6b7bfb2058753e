"""Where the speech model comes from: a folder, an earlier run, wheels, or the model hub."""

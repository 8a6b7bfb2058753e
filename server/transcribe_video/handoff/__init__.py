"""Handing an edit over: a sequence in, a timeline that editing programs open out."""

"""The pages that a person opens in a browser: one file each, which ask no other host."""

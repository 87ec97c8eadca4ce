"""How much is taken on: every limit of loading, in one place."""

from __future__ import annotations

MOST_BYTES = 20 * 1024 * 1024  # of a file
MOST_CHARACTERS = 2_000_000  # of a speech
MOST_FILES = 50  # of a session

# A text from this length on, with more than this share of one character, is no speech.
LONG_RUN = 1000
ONE_SHARE = 0.9

# Of the process that reads one document. A speech of 2,000 pages needs a third of either.
SECONDS = 20
MEMORY = 1024 * 1024 * 1024
MOST_UNPACKED = 64 * 1024 * 1024  # of one part of a zipped document

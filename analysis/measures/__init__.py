"""Measures: each a function from the tables of a speech to one tidy table."""

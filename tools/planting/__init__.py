"""Invented statements, reworded copies with one fact corrupted, and what must not be taken for a copy."""

"""Inputs that nobody would write, and what must hold for all of them."""

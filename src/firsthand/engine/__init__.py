"""Carries the steps of the pipeline out, over a store."""

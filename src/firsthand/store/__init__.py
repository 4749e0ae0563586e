"""The record on disk: the only state, append-only and hash-chained. Only this package knows SQL."""

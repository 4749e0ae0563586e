"""The accuracy gate: which sets are measured, how the program is run on them, and the floors it must hold."""

"""How fast, how hungry and how large the program is."""

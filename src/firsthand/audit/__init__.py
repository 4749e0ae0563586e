"""How often a record is right, from claims that people looked at: drawing, finding marks again, estimates, agreement. Pure."""

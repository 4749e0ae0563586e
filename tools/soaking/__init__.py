"""What the soak adds."""

"""What things are: immutable types with no behaviour but their own arithmetic."""

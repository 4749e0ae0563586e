"""What leaves the program: the two JSON formats and a table, as docs/reference/format describes them."""

"""What the program does to a record when it is killed, its disk fills up or its power goes, at chosen moments."""

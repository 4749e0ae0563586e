"""What a person should know, and nothing stops for: warnings."""


class Notice(UserWarning):
    """Something that a person should know and that is no error; the command line prints it as a note."""


class RecordMigrated(Notice):
    """A record of an earlier format was brought up to today's; the message names the backup of it."""


class ClockSetBack(Notice):
    """The clock is behind the last run of the record; the day of reading is taken from that run."""

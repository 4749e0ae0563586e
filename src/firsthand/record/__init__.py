"""From claims and decisions to the record: a pure fold, its revisions, and the checks that a record holds."""

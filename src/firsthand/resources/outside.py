"""Words of news that is no armed conflict."""

import tomllib
from importlib.resources import files

from firsthand.model.base import sha256


class Outside:
    """Lemmas of accidents, nature and sport."""

    def __init__(self, words: dict[str, frozenset[str]], digest: str) -> None:
        self.accident = words["accident"] | words["nature"]
        self.sport = words["sport"]
        self.digest = digest

    @classmethod
    def open(cls) -> "Outside":
        """The lists that come with the program."""
        raw = files("firsthand").joinpath("data/lexicons/outside.toml").read_bytes()
        return cls({k: frozenset(v) for k, v in tomllib.loads(raw.decode()).items()}, sha256(raw))

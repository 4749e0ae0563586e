"""What the words of time come to as numbers: months, weekdays, units, counts and ordinals."""

from firsthand.extract.times_words import MONTHS, MORE_ABBREVIATED, ORDINALS, SMALL, TENS, UNITS, WEEKDAYS


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation; KeyError for any other word."""
    lower = word.lower()
    for names in MONTHS:
        if lower in names:
            return names.index(lower) + 1
    return MORE_ABBREVIATED[lower]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name, plural or abbreviation; KeyError for any other word."""
    lower = word.lower()
    if lower in MORE_ABBREVIATED:
        return MORE_ABBREVIATED[lower]
    for names in WEEKDAYS:
        for name in (lower, lower.removesuffix("s")):
            if name in names:
                return names.index(name)
    raise KeyError(word)


def unit_name(word: str) -> str:
    """The unit of time that a word names, in the singular; KeyError for any other word."""
    lower = word.lower()
    return UNITS[lower] if lower in UNITS else UNITS[lower.removesuffix("s")]


def number_of(words: list[str]) -> int | str | None:
    """What number words or digits come to ("twenty", "five" -> 25); None where they do not; a decimal stays a text."""
    thousands = total = 0
    for word in words:
        lower = word.lower()
        digits = lower.replace(",", "")
        if digits.isascii() and digits.isdigit():
            total += int(digits)
        elif lower in SMALL:
            total += SMALL.index(lower)
        elif lower in TENS:
            total += (TENS.index(lower) + 2) * 10
        elif lower in ("a", "an"):
            total = max(total, 1)
        elif lower == "hundred":
            total = max(total, 1) * 100
        elif lower == "thousand":
            thousands, total = thousands + max(total, 1) * 1000, 0
        elif lower == "dozen":
            total = max(total, 1) * 12
        elif lower == "couple":
            total = 2
        elif len(words) == 1 and "." in digits:
            return digits
        elif lower not in ("-", "–", "and", "of"):
            return None
    return thousands + total


def ordinal_of(words: list[str]) -> int:
    """1 to 99 of an ordinal in digits or words ("3rd", "twenty", "first"); ValueError for anything else."""
    total = 0
    for word in words:
        lower = word.lower()
        if lower[0].isdigit():
            return int(lower.rstrip("stndrh"))
        if lower in TENS:
            total += (TENS.index(lower) + 2) * 10
        elif lower in ORDINALS:
            total += ORDINALS.index(lower)
        elif lower not in ("-", "–"):
            raise ValueError(word)
    return total

"""The names that outputs give to reports: as they were given, and unique."""

from collections.abc import Iterable

from msgspec.structs import replace

from firsthand.model.report import Report

DIGITS = 8
"""Hex digits of the report's SHA-256 that are added to a name that another report bears too."""


def with_unique_names(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports, sorted by id, under names that no two of them share.

    Of several reports with one name, the one with the smallest id keeps it bare and each other gets `NAME~` and digits
    of its digest, so that the names do not depend on the order of arrival.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    taken = {name for report in ordered for name in report.names}
    owner: dict[str, str] = {}
    for report in ordered:
        for name in report.names:
            owner.setdefault(name, report.id)
    return tuple(
        replace(
            report,
            names=tuple(
                sorted(
                    name if owner[name] == report.id else _marked(name, report.sha256, taken) for name in report.names
                )
            ),
        )
        for report in ordered
    )


def _marked(name: str, sha256: str, taken: set[str]) -> str:
    """The name with digits of the digest; all of them where a file is really called like the short form."""
    short = f"{name}~{sha256[:DIGITS]}"
    return short if short not in taken else f"{name}~{sha256}"

"""When each report appeared: an interval with its reasons, from the report alone and then from all of them together."""

from firsthand.date.alone import date_one
from firsthand.date.together import date_all

__all__ = ["date_all", "date_one"]

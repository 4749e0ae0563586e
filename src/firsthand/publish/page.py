"""The record as one page that opens anywhere: map, timeline and table that filter each other, and every incident with its words.

Nothing is loaded from elsewhere, and the page's own policy forbids it. Text of reports goes through the template's escaping
only; the one script is named in the policy by its digest.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from firsthand.model.folded import Folded
from firsthand.model.incident import Incident
from firsthand.publish.page_map import map_svg, mapped
from firsthand.publish.page_parts import card, ground
from firsthand.publish.page_time import timeline_svg
from firsthand.publish.svg import UNSAFE
from firsthand.resources.land import Land

__all__ = ["page_html"]


def page_html(folded: Folded, texts: Mapping[str, str], trees: Mapping[str, str], land: Land, *, title: str) -> str:
    """The page. `texts`: stored texts by id of the report; `trees`: pictures of origins (SVG) by id of the incident."""
    main = sorted((one for one in folded.incidents if one.role == "main"), key=_order)
    known = ground(folded, texts)
    cards = [card(incident, known) for incident in main]
    style, script = (
        files("firsthand").joinpath(f"data/page/{name}").read_text("utf-8") for name in ("page.css", "page.js")
    )
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    template = environment.from_string(files("firsthand").joinpath("data/page/page.html").read_text("utf-8"))
    return template.render(
        title=title,
        policy=_policy(script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        map=Markup(map_svg(main, land)),  # noqa: S704 - escaped where it is drawn
        time=Markup(timeline_svg(main)),  # noqa: S704 - escaped where it is drawn
        cards=cards,
        listed={one.id for one in main},
        trees={key: "data:image/svg+xml;base64," + b64encode(svg.encode()).decode() for key, svg in trees.items()},
        kinds=sorted({one.kind for one in main}),
        grades=[grade for grade in GRADES if any(one.grade == grade for one in main)],
        unmapped=sum(mapped(one) is None for one in main),
        undated=sum(one.date.span.earliest is None and one.date.span.latest is None for one in main),
        reports=sum(entry.id is not None for entry in folded.reports),
        model=folded.model,
        as_of=folded.as_of,
        markup=Markup,
    )


GRADES = ("corroborated", "contested", "single source", "weak")


def _order(incident: Incident) -> tuple[bool, str, str]:
    day = incident.date.span.earliest or incident.date.span.latest
    return day is None, str(day), incident.id


def _policy(script: str) -> str:
    """What the page may do: its own style and script, pictures that it holds, and nothing else."""
    name = b64encode(sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{name}'; img-src data:; base-uri 'none'"


def _shown(value: object) -> object:
    """Text without characters that a reader cannot see or that turn the line around."""
    return UNSAFE.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def told_reports(folded: Folded) -> Iterable[str]:
    """Ids of the reports whose words a page shows."""
    return sorted({telling.report for one in folded.incidents if one.role == "main" for telling in one.tellings})

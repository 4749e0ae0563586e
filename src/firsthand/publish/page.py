"""The record as one page that opens anywhere: map, timeline and table that filter each other, and every incident with its words.

Nothing is loaded from elsewhere, and the page's own policy forbids it. Text of reports goes through the template's escaping
only; the one style and the one script are named in the policy by their digests.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from firsthand.model.folded import Folded
from firsthand.model.incident import Incident
from firsthand.publish import page_words
from firsthand.publish.history_svg import RULES
from firsthand.publish.page_map import map_svg
from firsthand.publish.page_parts import Drawn, card
from firsthand.publish.page_quotes import ground
from firsthand.publish.page_reports import listed
from firsthand.publish.page_row import row, scales
from firsthand.publish.page_spots import spots
from firsthand.publish.page_standing import followed
from firsthand.publish.page_time import dated, timeline_svg
from firsthand.publish.plain import plain
from firsthand.resources.land import Land

__all__ = ["Drawn", "page_html", "told_reports", "wants_tree"]

SCRIPTS = ("views.js", "map.js", "time.js", "table.js", "page.js")
"""In the order in which they stand; together they are one function, so that none of their names gets out."""
BESIDE = 8
"""So many places that no map shows are named beside it, those of most incidents first; all stand in the list of places."""


def page_html(folded: Folded, texts: Mapping[str, str], drawn: Mapping[str, Drawn], land: Land, *, title: str) -> str:
    """The page. `texts`: stored texts by id of the report; `drawn`: what pictures are made from by id of the incident."""
    main = sorted((one for one in folded.incidents if one.role == "main"), key=_order)
    known, scale, places = ground(folded, texts), scales(main), spots(main)
    there = {one.id: spot.key for spot in places for one in spot.incidents}
    cards = [card(one, row(one, scale), there[one.id], drawn.get(one.id, Drawn()), known) for one in main]
    style = _file("page.css") + RULES
    script = '"use strict";\n(() => {\n' + "".join(map(_file, SCRIPTS)) + "})();\n"
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown,
        loader=FunctionLoader(_file),
    )  # fmt: skip
    environment.globals["markup"] = Markup
    return environment.get_template("page.html").render(
        title=title,
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        map=Markup(map_svg(places, land)),  # noqa: S704 - escaped where it is drawn
        time=Markup(timeline_svg(main)),  # noqa: S704 - escaped where it is drawn
        cards=cards,
        places=places,
        unmapped=sorted((spot for spot in places if not spot.mapped), key=lambda one: -len(one.incidents)),
        beside=BESIDE,
        main={one.id for one in main},
        kinds=sorted({one.kind for one in main}),
        grades=[grade for grade in page_words.GRADES if any(one.grade == grade for one in main)],
        undated=sum(dated(one) is None for one in main),
        recalled=sum(one.role != "main" for one in folded.incidents),
        reports=listed(folded, main, known),
        figures=followed(folded.figures, known),
        model=folded.model,
        as_of=folded.as_of,
        said=page_words,
    )


def _file(name: str) -> str:
    return files("firsthand").joinpath(f"data/page/{name}").read_text("utf-8")


def _order(incident: Incident) -> tuple[bool, str, str]:
    day = incident.date.span.earliest or incident.date.span.latest
    return day is None, str(day), incident.id


def _policy(style: str, script: str) -> str:
    """What the page may do: its own style and script, and nothing else. The empty picture keeps browsers from asking for one."""
    styled, scripted = (b64encode(sha256(text.encode()).digest()).decode() for text in (style, script))
    return (
        f"default-src 'none'; style-src 'sha256-{styled}'; script-src 'sha256-{scripted}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _shown(value: object) -> object:
    """Text without characters that a reader cannot see or that turn the line around."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def told_reports(folded: Folded) -> Iterable[str]:
    """Ids of the reports whose words a page shows."""
    return sorted(entry.id for entry in folded.reports if entry.id is not None and not entry.refused)


def wants_tree(incident: Incident) -> bool:
    """Tell whether a picture of its sources shows more than a line of text does."""
    return incident.role == "main" and len({telling.report for telling in incident.tellings}) > 1

"""Make src/firsthand/data/land.bin anew: coasts and borders for the map of `firsthand page`, from Natural Earth at 1:50 million.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python tools/land.py package/countries-50m.json

Natural Earth is in the public domain; world-atlas, which holds it as TopoJSON, is under the ISC licence. What is written:
zlib over JSON, `scale` (parts of a degree), `arcs` (lines as differences of longitude and latitude in these parts), `lands`
(rings of arcs, ~n for arc n backwards), `borders` (numbers of arcs that two countries have), `names` (of countries, with the
middle of their largest ring and its width).
"""

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "src/firsthand/data/land.bin"
SCALE = 100
"""Parts of a degree: 1.1 km at most, finer than the lines are drawn."""


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a geometry, as numbers of arcs."""
    kind, arcs = geometry["type"], geometry.get("arcs", [])
    if kind == "Polygon":
        yield from arcs
    elif kind == "MultiPolygon":
        for polygon in arcs:
            yield from polygon
    elif kind == "GeometryCollection":
        for one in geometry["geometries"]:
            yield from rings(one)


def decoded(topology: dict[str, Any]) -> list[list[int]]:
    """Each arc as differences in 1/SCALE degree, points that fall together left out."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[tuple[int, int]] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = round((x * sx + tx) * SCALE), round((y * sy + ty) * SCALE)
            if not points or point != points[-1]:
                points.append(point)
        flat: list[int] = []
        last = (0, 0)
        for point in points:
            flat += [point[0] - last[0], point[1] - last[1]]
            last = point
        out.append(flat)
    return out


def named(topology: dict[str, Any], arcs: list[list[int]]) -> Iterator[tuple[str, int, int, int]]:
    """Each country's name, the middle of its largest ring and how wide that is, in 1/SCALE degree."""
    for country in topology["objects"]["countries"]["geometries"]:
        boxes = []
        for ring in rings(country):
            points = [point for arc in ring for point in absolute(arcs[arc if arc >= 0 else ~arc])]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            boxes.append(
                ((max(xs) - min(xs)) * (max(ys) - min(ys)), sum(xs) // len(xs), sum(ys) // len(ys), max(xs) - min(xs))
            )
        _, x, y, wide = max(boxes, default=(0, 0, 0, 0))
        # A ring across the 180th meridian has no middle that means anything.
        if 0 < wide < 180 * SCALE:
            yield country["properties"]["name"], x, y, wide


def absolute(flat: list[int]) -> Iterator[tuple[int, int]]:
    """The points of an arc."""
    x = y = 0
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x, y


def main() -> int:
    """Exit status: 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=Path, help="countries-50m.json of world-atlas")
    topology = json.loads(parser.parse_args().topology.read_text(encoding="utf-8"))
    lands = list(rings(topology["objects"]["countries"]))
    used = Counter(arc if arc >= 0 else ~arc for ring in lands for arc in ring)
    arcs = decoded(topology)
    body = {
        "scale": SCALE,
        "arcs": arcs,
        "names": sorted(named(topology, arcs)),
        "lands": lands,
        "borders": sorted(arc for arc, times in used.items() if times > 1),
    }
    OUT.write_bytes(zlib.compress(json.dumps(body, separators=(",", ":")).encode(), 9))
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes, {len(arcs):,} arcs, {len(lands):,} rings")
    return 0


if __name__ == "__main__":
    sys.exit(main())

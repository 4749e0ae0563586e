// The map: zoom and move by wheel, drag, buttons and keys; a place that is picked shows its incidents only.
const marks = map ? all(".mark", map).map((node) => {
  const area = node.querySelector(".area");
  return {node, spot: node.dataset.spot, x: +area.getAttribute("cx"), y: +area.getAttribute("cy"), r: +area.getAttribute("r")};
}) : [];
const labels = map ? all("text", map).map((node) => {
  const country = node.classList.contains("country"), letters = node.textContent.length;
  return {node, country, spot: node.dataset.spot, x: +node.getAttribute("x"), y: +node.getAttribute("y"), letters,
    middle: country || node.classList.contains("mid"), wide: +node.dataset.wide || 0};
}) : [];
const whole = map ? {x: 0, y: 0, w: +map.dataset.width, h: +map.dataset.height} : null, view = {...whole};
const LABELS = 80;  // so many names stand on the map at once
// Where the view begins on the screen, and pixels in one of its units: the picture may be wider than the view.
const drawn = () => {
  const box = map.getBoundingClientRect(), scale = Math.min(box.width / view.w, box.height / view.h) || 1;
  return {box, left: box.left + (box.width - view.w * scale) / 2, top: box.top + (box.height - view.h * scale) / 2, scale};
};
// The part of the picture that can be seen, in its units: more than the view where the place for it is wider or higher.
// Its size on the screen is kept, and not asked for anew while a filter draws: that would lay the page out in between.
const size = {w: 1, h: 1};
const measure = () => { const box = map.getBoundingClientRect(); Object.assign(size, {w: box.width || 1, h: box.height || 1}); };
const visible = () => {
  const u = 1 / Math.min(size.w / view.w, size.h / view.h), w = size.w * u, h = size.h * u;
  return {x: view.x - (w - view.w) / 2, y: view.y - (h - view.h) / 2, w, h, u};
};
// Places of which the area meets what can be seen: something may have happened there.
const seenSpots = () => {
  const part = visible();
  return new Set(marks.filter(({x, y, r}) => {
    const dx = x - Math.max(part.x, Math.min(x, part.x + part.w)), dy = y - Math.max(part.y, Math.min(y, part.y + part.h));
    return dx * dx + dy * dy <= r * r;
  }).map((mark) => mark.spot));
};
const letter = (part) => {
  const taken = [], free = (left, y, width) => !taken.some((one) => Math.abs(one.y - y) <= 15 * part.u && one.left <= left + width && left <= one.left + one.width);
  const named = (label) => label.spot && (label.spot === state.spot || label.spot === (itemOf.get(state.picked) || {}).spot);
  for (const label of [...labels].sort((a, b) => (named(b) - named(a)) || (a.country - b.country))) {
    const width = label.letters * (label.country ? 9 : 6.8) * part.u, left = label.middle ? label.x - width / 2 : label.x;
    const inside = label.x > part.x && label.x < part.x + part.w && label.y > part.y && label.y < part.y + part.h;
    const shown = inside && !label.node.classList.contains("off") && taken.length < LABELS && (!label.country || label.wide >= 0.8 * width) && free(left, label.y, width);
    label.node.classList.toggle("tight", !shown);
    if (shown) taken.push({left, y: label.y, width});
  }
};
const scaleBar = (part) => {
  const bar = document.querySelector(".scale"), middle = +map.dataset.north - (part.y + part.h / 2) / map.dataset.scale;
  const latitude = 2 * Math.atan(Math.exp(middle * Math.PI / 180)) - Math.PI / 2;
  const km = 111.32 * Math.cos(latitude) / map.dataset.scale * part.u;  // in a pixel
  const most = km * 110, power = 10 ** Math.floor(Math.log10(most)), round = [5, 2, 1].find((n) => n * power <= most) * power;
  bar.hidden = false;
  bar.style.width = `${round / km}px`;
  bar.firstElementChild.textContent = `${round} km`;
};
const drawMap = () => {
  map.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const part = visible();
  map.style.setProperty("--u", part.u);
  map.classList.toggle("free", view.w < whole.w);
  letter(part);
  scaleBar(part);
};
const moved = () => { drawMap(); if (form.seen.checked) update(); };
const zoom = (factor, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
  const w = Math.min(whole.w * 2.5, Math.max(whole.w / 400, view.w * factor)), by = w / view.w;
  Object.assign(view, {x: x - (x - view.x) * by, y: y - (y - view.y) * by, w, h: view.h * by});
  moved();
};
const fit = () => {
  const spotsShown = new Set(items.filter((item) => !(item.missed & ~SEEN)).map((item) => item.spot));
  const shown = marks.filter(({spot}) => spotsShown.has(spot));
  if (!shown.length) return;
  const left = Math.min(...shown.map((m) => m.x - m.r)), right = Math.max(...shown.map((m) => m.x + m.r));
  const top = Math.min(...shown.map((m) => m.y - m.r)), bottom = Math.max(...shown.map((m) => m.y + m.r));
  const w = Math.max(whole.w / 60, (right - left) * 1.3, (bottom - top) * 1.3 * whole.w / whole.h), h = w * whole.h / whole.w;
  Object.assign(view, {x: (left + right - w) / 2, y: (top + bottom - h) / 2, w, h});
  moved();
};
const at = (event) => {
  const {left, top, scale} = drawn();
  return [view.x + (event.clientX - left) / scale, view.y + (event.clientY - top) / scale];
};
const toMark = (mark) => {  // the view follows whoever goes from place to place by key
  const part = visible();
  if (mark.x < part.x || mark.x > part.x + part.w || mark.y < part.y || mark.y > part.y + part.h) {
    view.x = mark.x - view.w / 2; view.y = mark.y - view.h / 2; moved();
  }
  marks.forEach((one) => one.node.setAttribute("tabindex", one === mark ? "0" : "-1"));
  mark.node.focus({preventScroll: true});
};
const viewMap = () => {
  const spotsShown = new Set(items.filter((item) => !(item.missed & ~(SPOT | SEEN))).map((item) => item.spot));
  const picked = (itemOf.get(state.picked) || {}).spot;
  for (const {node, spot} of marks) {
    node.classList.toggle("off", !spotsShown.has(spot));
    node.classList.toggle("sel", spot === state.spot || spot === picked);
    if (spot === state.spot) node.setAttribute("aria-current", "true"); else node.removeAttribute("aria-current");
  }
  labels.filter((label) => label.spot).forEach(({node, spot}) => node.classList.toggle("off", !spotsShown.has(spot)));
  letter(visible());
};
const MOVES = {ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, -0.15], ArrowDown: [0, 0.15]};
const ZOOMS = {in: () => zoom(0.6), out: () => zoom(1 / 0.6), shown: fit, all: () => { Object.assign(view, whole); moved(); }};
const mapKey = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const order = marks.filter(({node}) => !node.classList.contains("off")).sort((a, b) => a.x - b.x || a.y - b.y);
  const here = order.findIndex(({node}) => node === event.target);
  if (event.key === "+" || event.key === "=") ZOOMS.in();
  else if (event.key === "-") ZOOMS.out();
  else if (event.key === "0") ZOOMS.all();
  else if (event.key === "Escape" && state.spot) toggleSpot(state.spot);
  else if (here >= 0 && (event.key === "Enter" || event.key === " ")) toggleSpot(order[here].spot);
  else if (here >= 0 && MOVES[event.key]) toMark(order[(here + (/Right|Down/.test(event.key) ? 1 : order.length - 1)) % order.length]);
  else if (event.target === map && MOVES[event.key]) { view.x += MOVES[event.key][0] * view.w; view.y += MOVES[event.key][1] * view.h; moved(); }
  else return;
  event.preventDefault();
};
if (map) {
  let held = null;
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && view.w >= whole.w && event.deltaY > 0) return;
    event.preventDefault(); zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, ...at(event));
  }, {passive: false});
  map.addEventListener("keydown", mapKey);
  map.addEventListener("pointerdown", (event) => { if (event.pointerType !== "touch" || view.w < whole.w) held = {x: event.clientX, y: event.clientY, moved: false}; });
  map.addEventListener("pointermove", (event) => {
    if (!held) return;
    const {scale} = drawn(), dx = event.clientX - held.x, dy = event.clientY - held.y;
    if (!held.moved && Math.abs(dx) + Math.abs(dy) < 5) return;
    view.x -= dx / scale; view.y -= dy / scale;
    Object.assign(held, {x: event.clientX, y: event.clientY, moved: true});
    drawMap();
  });
  const drop = () => { if (held && held.moved && form.seen.checked) update(); setTimeout(() => { held = null; }); };
  map.addEventListener("pointerup", drop);
  map.addEventListener("pointerleave", drop);
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) event.preventDefault();
    if (mark && !(held && held.moved)) toggleSpot(mark.dataset.spot);
  });
  marks.forEach(({node}, k) => { node.setAttribute("role", "button"); node.setAttribute("tabindex", k ? "-1" : "0"); });
  all("[data-zoom]").forEach((button) => button.addEventListener("click", ZOOMS[button.dataset.zoom]));
  measure();
  new ResizeObserver(() => { measure(); drawMap(); }).observe(map);
  views.push(viewMap);
}

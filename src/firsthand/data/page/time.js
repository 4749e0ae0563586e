// The timeline: bars count what the other filters leave; dragging over them, or arrows with Shift, sets the days.
const bars = [], drawnBars = time ? [...time.childNodes] : [];
let most = 1;
const floor = time ? +time.dataset.floor : 0, tall = time ? +time.dataset.tall : 0;
const barOf = (node) => ({
  node, from: node.dataset.from, to: node.dataset.to, sure: node.querySelector(".sure"), maybe: node.querySelector(".maybe"), text: node.querySelector("text"),
  members: new Set(items.filter((item) => within(item, node.dataset.from, node.dataset.to))),
});
const takeBars = () => {
  bars.splice(0, bars.length, ...all(".bar", time).map(barOf));
  most = Math.max(1, ...bars.map(({members}) => members.size));
  bars.forEach(({node}, k) => { node.setAttribute("role", "button"); node.setAttribute("tabindex", k ? "-1" : "0"); });
};
const span = {start: -1, end: -1};  // bars from where to where a drag or the Shift key has come
const setDays = (from, to) => { form.from.value = from; form.to.value = to; state.undated = false; update(); };
const choose = (start, end) => {
  const [a, b] = start <= end ? [start, end] : [end, start], from = bars[a].from, to = bars[b].to;
  if (form.from.value === from && form.to.value === to) setDays("", ""); else setDays(from, to);
};
const height = (number) => (number ? Math.max(4, tall * number / most) : 0);
const rise = (rect, bottom, tall_) => { if (rect) { rect.setAttribute("y", floor - bottom - tall_); rect.setAttribute("height", tall_); } };
const brush = (a, b) => {
  const node = byId("brush");
  node.setAttribute("x", `${100 * a / bars.length}%`);
  node.setAttribute("width", a < 0 ? "0" : `${100 * (b - a + 1) / bars.length}%`);
};
const viewTime = () => {
  const from = form.from.value, to = form.to.value, picked = itemOf.get(state.picked);
  let first = -1, last = -1;
  bars.forEach((bar, k) => {
    let sure = 0, maybe = 0;
    for (const item of bar.members) if (!(item.missed & ~DAYS)) { if (item.first >= bar.from && item.last <= bar.to) sure += 1; else maybe += 1; }
    rise(bar.sure, 0, height(sure));
    rise(bar.maybe, height(sure), height(sure + maybe) - height(sure));
    if (bar.text) { bar.text.textContent = sure + maybe || ""; bar.text.setAttribute("y", floor - height(sure + maybe) - 4); }
    const on = Boolean(from || to) && !state.undated && (!to || bar.from <= to) && (!from || bar.to >= from);
    if (on) { first = first < 0 ? k : first; last = k; }
    bar.node.classList.toggle("on", on);
    bar.node.setAttribute("aria-pressed", String(on));
    bar.node.classList.toggle("sel", Boolean(picked && dated(picked) && bar.members.has(picked)));
  });
  brush(first, last);
};
const barKey = (event, k) => {
  const step = {ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length}[event.key];
  if (event.key === "Enter" || event.key === " ") choose(k, k);
  else if (event.key === "Escape") setDays("", "");
  else if (step) {
    let next = Math.max(0, Math.min(bars.length - 1, k + step));
    // Without Shift the way leads over bars that have something in them; with it, over days.
    while (!event.shiftKey && bars[next].node.classList.contains("blank") && bars[next + Math.sign(step)]) next += Math.sign(step);
    bars.forEach((bar, n) => bar.node.setAttribute("tabindex", n === next ? "0" : "-1"));
    bars[next].node.focus();
    if (event.shiftKey) {
      if (span.start < 0) span.start = k;
      setDays(bars[Math.min(span.start, next)].from, bars[Math.max(span.start, next)].to);
    }
  } else return;
  if (!event.shiftKey) span.start = -1;
  event.preventDefault();
};
// A stretch of the timeline alone, in days where it is short, else in months or years: the same marks as the page came with.
const DAYS_AT_MOST = 62, MONTHS_AT_MOST = 62 * 31, LABELS_BELOW = 8, NUMBERED = 40;
const bins = (from, to) => {
  const out = new Map(), end = new Date(`${to}T00:00Z`), extent = (end - new Date(`${from}T00:00Z`)) / 864e5;
  const letters = extent <= DAYS_AT_MOST ? 10 : extent <= MONTHS_AT_MOST ? 7 : 4;
  for (let day = new Date(`${from}T00:00Z`); day <= end; day.setUTCDate(day.getUTCDate() + 1)) {
    const iso = day.toISOString().slice(0, 10), name = iso.slice(0, letters);
    out.set(name, {name, from: (out.get(name) || {from: iso}).from, to: iso});
  }
  return [...out.values()];
};
const made = (tag, held, ...inner) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(held).forEach(([name, told]) => node.setAttribute(name, told));
  node.append(...inner);
  return node;
};
const enlarge = (from, to) => {
  const told = bins(from, to), step = 100 / told.length, every = Math.ceil(told.length / LABELS_BELOW);
  drawnBars.filter((node) => node.id !== "brush" && !(node.classList && node.classList.contains("axis"))).forEach((node) => node.remove());
  all(".bar, .tick", time).forEach((node) => node.remove());
  told.forEach(({name, from: first, to: last}, k) => {
    const there = items.filter((item) => within(item, first, last)), sure = there.filter((item) => item.first >= first && item.last <= last).length;
    const about = `${name}: ${sure} incident${sure === 1 ? "" : "s"}${there.length > sure ? `, ${there.length - sure} more may lie there` : ""}`;
    const box = {x: `${(k + 0.12) * step}%`, width: `${0.76 * step}%`};
    const blocks = there.length ? ["maybe", "sure"].map((part) => made("rect", {class: part, ...box})) : [];
    const number = there.length && told.length <= NUMBERED ? [made("text", {x: `${(k + 0.5) * step}%`, y: 12})] : [];
    time.append(made("a", {class: there.length ? "bar" : "bar blank", "data-from": first, "data-to": last, "aria-label": about},
      made("title", {}, about), made("rect", {class: "hit", x: `${k * step}%`, width: `${step}%`, y: 0, height: floor}), ...blocks, ...number));
    const wide = told.length > LABELS_BELOW, anchor = wide && !k ? "start" : wide && k === told.length - 1 ? "end" : "middle";
    const x = {start: 0, end: 100, middle: (k + 0.5) * step}[anchor];
    if (k % every === 0) time.append(made("text", {class: `tick${Math.floor(k / every) % 2 ? " odd" : ""}`, x: `${x}%`, y: floor + 18, "text-anchor": anchor}, name));
  });
  takeBars();
};
const restoreBars = () => { time.replaceChildren(...drawnBars); takeBars(); };
const enlarged = () => bars.length > 0 && !drawnBars.includes(bars[0].node);
if (time) {
  takeBars();
  const closer = document.querySelector("[data-time=in]"), back = document.querySelector("[data-time=all]");
  closer.addEventListener("click", () => { enlarge(form.from.value || bars[0].from, form.to.value || bars[bars.length - 1].to); views.forEach((draw) => draw()); (back.hidden ? form.words : back).focus(); });
  back.addEventListener("click", () => { restoreBars(); views.forEach((draw) => draw()); form.words.focus(); });
  views.push(() => {
    const from = form.from.value, to = form.to.value;
    if (enlarged() && !from && !to) restoreBars();
    const some = bars.filter((bar) => (!to || bar.from <= to) && (!from || bar.to >= from)).length;
    closer.hidden = !(from || to) || state.undated || some === bars.length || !some;
    back.hidden = !enlarged();
  });
  const over = (event) => {
    const box = time.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor((event.clientX - box.left) / box.width * bars.length)));
  };
  let dragged = -1;
  time.addEventListener("keydown", (event) => {
    const k = bars.findIndex(({node}) => node === event.target);
    if (k >= 0) barKey(event, k);
  });
  time.addEventListener("click", (event) => event.preventDefault());
  time.addEventListener("dragstart", (event) => event.preventDefault());
  time.addEventListener("pointerdown", (event) => { if (event.button === 0) { dragged = span.end = over(event); } });
  window.addEventListener("pointermove", (event) => {
    if (dragged < 0) return;
    span.end = over(event);
    brush(Math.min(dragged, span.end), Math.max(dragged, span.end));
  });
  window.addEventListener("pointercancel", () => { dragged = -1; viewTime(); });
  window.addEventListener("pointerup", () => { if (dragged >= 0) { choose(dragged, span.end); dragged = -1; } });
  views.push(viewTime);
}

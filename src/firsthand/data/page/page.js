"use strict";
// Filters of the page: search, kind, grade, days and the part of the map that is shown; each narrows table, map, timeline and list.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById("filter");
  const map = document.getElementById("map");
  const rows = all("#list tbody tr");
  const marks = new Map();
  all(".mark").forEach((mark) => marks.set(mark.dataset.id, mark));
  const articles = new Map(all("article").map((one) => [one.dataset.id, one]));
  const bars = all(".bar");
  all(".needs-script").forEach((one) => { one.hidden = false; });

  // ---- what is shown
  const whole = {x: 0, y: 0, w: 1000, h: 640}, view = {...whole};
  // Where the view begins on the screen, and pixels in one of its units: the picture may be wider than the view.
  const drawn = () => {
    const box = map.getBoundingClientRect(), scale = Math.min(box.width / view.w, box.height / view.h);
    return {left: box.left + (box.width - view.w * scale) / 2, top: box.top + (box.height - view.h * scale) / 2, scale};
  };
  const inside = (row, from, to) => {
    if (!from && !to) return true;
    const first = row.dataset.first || row.dataset.last, last = row.dataset.last || row.dataset.first;
    return Boolean(first) && (!to || first <= to) && (!from || last >= from);
  };
  const seen = (id) => {
    const mark = marks.get(id);
    if (!mark) return false;
    const spot = mark.querySelector("circle"), x = +spot.getAttribute("cx"), y = +spot.getAttribute("cy");
    const {left, top, scale} = drawn(), box = map.getBoundingClientRect();
    const px = left + (x - view.x) * scale, py = top + (y - view.y) * scale;
    return px >= box.left && px <= box.right && py >= box.top && py <= box.bottom;
  };
  const fits = (row, but) => {
    const words = form.words.value.trim().toLowerCase();
    return (!words || words.split(/\s+/).every((word) => row.dataset.words.includes(word)))
      && (!form.kind.value || row.dataset.kind === form.kind.value)
      && (!form.grade.value || row.dataset.grade === form.grade.value)
      && (but === "days" || inside(row, form.from.value, form.to.value))
      && (!map || !form.seen.checked || seen(row.dataset.id));
  };
  const update = () => {
    let number = 0;
    const without = [];
    for (const row of rows) {
      const shown = fits(row), id = row.dataset.id;
      row.hidden = !shown;
      articles.get(id).hidden = !shown;
      if (marks.has(id)) marks.get(id).classList.toggle("off", !shown);
      number += shown;
      if (fits(row, "days")) without.push(row);
    }
    for (const bar of bars) {
      const {from, to} = bar.dataset;
      bar.classList.toggle("off", !without.some((row) => inside(row, from, to)));
      bar.classList.toggle("on", form.from.value === from && form.to.value === to);
    }
    document.getElementById("count").textContent = `${number} of ${rows.length} shown`;
    document.querySelector(".none").hidden = number > 0;
  };
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  document.querySelector("[data-reset]").addEventListener("click", () => form.reset());

  // ---- timeline: a bar sets the days, a second press takes them back
  const press = (bar) => {
    const on = bar.classList.contains("on");
    form.from.value = on ? "" : bar.dataset.from;
    form.to.value = on ? "" : bar.dataset.to;
    update();
  };
  for (const bar of bars) {
    bar.addEventListener("click", () => press(bar));
    bar.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); press(bar); }
    });
  }

  // ---- map: zoom and move by wheel, drag, buttons and keys
  const draw = () => {
    map.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    const scale = view.w / whole.w;
    all(".dot", map).forEach((dot) => dot.setAttribute("r", String(5 * scale)));
    all("text", map).forEach((text) => { text.style.fontSize = `${(text.classList.contains("country") ? 15 : 12) * scale}px`; text.style.strokeWidth = `${3 * scale}px`; });
    map.classList.toggle("free", scale < 1);
    if (form.seen.checked) update();
  };
  const zoom = (factor, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
    const w = Math.min(whole.w * 2.5, Math.max(whole.w / 400, view.w * factor)), by = w / view.w;
    view.x = x - (x - view.x) * by; view.y = y - (y - view.y) * by;
    view.w = w; view.h = view.h * by;
    draw();
  };
  const at = (event) => {
    const {left, top, scale} = drawn();
    return [view.x + (event.clientX - left) / scale, view.y + (event.clientY - top) / scale];
  };
  const moves = {ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, -0.15], ArrowDown: [0, 0.15]};
  const ways = {in: () => zoom(0.6), out: () => zoom(1 / 0.6), all: () => { Object.assign(view, whole); draw(); }};
  if (map) {
    map.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && view.w >= whole.w && event.deltaY > 0) return;
      event.preventDefault(); zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, ...at(event));
    }, {passive: false});
    map.addEventListener("keydown", (event) => {
      if (event.target !== map) return;
      if (event.key === "+" || event.key === "=") ways.in();
      else if (event.key === "-") ways.out();
      else if (event.key === "0") ways.all();
      else if (moves[event.key]) { view.x += moves[event.key][0] * view.w; view.y += moves[event.key][1] * view.h; draw(); }
      else return;
      event.preventDefault();
    });
    let held = null;
    map.addEventListener("pointerdown", (event) => { if (event.pointerType !== "touch" || view.w < whole.w) held = {x: event.clientX, y: event.clientY, moved: false}; });
    map.addEventListener("pointermove", (event) => {
      if (!held) return;
      const {scale} = drawn(), dx = event.clientX - held.x, dy = event.clientY - held.y;
      if (!held.moved && Math.abs(dx) + Math.abs(dy) < 5) return;
      view.x -= dx / scale; view.y -= dy / scale;
      Object.assign(held, {x: event.clientX, y: event.clientY, moved: true});
      draw();
    });
    const drop = () => { setTimeout(() => { held = null; }); };
    map.addEventListener("pointerup", drop);
    map.addEventListener("pointerleave", () => { held = null; });
    map.addEventListener("click", (event) => { if (held && held.moved) event.preventDefault(); }, true);
    map.addEventListener("dragstart", (event) => event.preventDefault());
    all("[data-zoom]").forEach((button) => button.addEventListener("click", () => ways[button.dataset.zoom]()));
  }

  // ---- an incident that is asked for opens; what is pointed at in one view shows in the others
  const open = () => {
    const wanted = articles.get(decodeURIComponent(location.hash.slice(1)));
    if (wanted) { wanted.hidden = false; wanted.querySelector("details").open = true; wanted.scrollIntoView({block: "start"}); }
  };
  window.addEventListener("hashchange", open);
  const point = (id, on) => {
    if (marks.has(id)) marks.get(id).classList.toggle("on", on);
    rows.filter((row) => row.dataset.id === id).forEach((row) => row.classList.toggle("on", on));
  };
  for (const one of [...rows, ...marks.values()]) {
    for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
      one.addEventListener(name, () => point(one.dataset.id, on));
    }
  }
  update();
  open();
})();

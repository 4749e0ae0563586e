// What the views share: the incidents with their rows, which of them are shown and why not, and which one is picked.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const form = byId("filter"), map = byId("map"), time = byId("time");
all(".needs-script").forEach((one) => { one.hidden = false; });

const items = all("#list tbody tr").map((row, order) => ({
  row, order, id: row.dataset.id, spot: row.dataset.spot, first: row.dataset.first, last: row.dataset.last,
  kind: row.cells[2].textContent, grade: row.cells[7].textContent.trim(),
  text: `${row.textContent} ${row.dataset.words}`.toLowerCase(), article: byId(row.dataset.id), missed: 0,
}));
const itemOf = new Map(items.map((item) => [item.id, item]));
// Beside what the form holds: the place that is picked, whether only those without a day are shown, and the incident that is picked.
const state = {spot: "", undated: false, picked: "", later: 0};
const WORDS = 1, KIND = 2, GRADE = 4, DAYS = 8, SPOT = 16, SEEN = 32;
const dated = (item) => item.first && item.last;
const within = (item, from, to) => (!from && !to) || Boolean(dated(item) && (!to || item.first <= to) && (!from || item.last >= from));
const views = [];  // functions that draw a view again when what is shown has changed

const judge = () => {
  const words = form.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const kind = form.kind.value, grade = form.grade.value, from = form.from.value, to = form.to.value;
  const seen = map && form.seen.checked ? seenSpots() : null;
  for (const item of items) {
    item.missed = (words.every((word) => item.text.includes(word)) ? 0 : WORDS)
      | (!kind || item.kind === kind ? 0 : KIND) | (!grade || item.grade === grade ? 0 : GRADE)
      | ((state.undated ? !dated(item) : within(item, from, to)) ? 0 : DAYS)
      | (!state.spot || item.spot === state.spot ? 0 : SPOT) | (!seen || seen.has(item.spot) ? 0 : SEEN);
  }
};
const update = () => {
  judge();
  views.forEach((draw) => draw());
  clearTimeout(state.later);
  state.later = setTimeout(keep, 250);
};

// What is shown stands in the address, so that it can be sent on; going back undoes an opened incident, not each letter typed.
const keep = () => {
  const held = new URLSearchParams();
  for (const name of ["words", "kind", "grade", "from", "to"]) if (form[name].value.trim()) held.set(name, form[name].value);
  if (map && form.seen.checked) held.set("seen", "1");
  if (state.spot) held.set("at", state.spot);
  if (state.undated) held.set("undated", "1");
  const told = held.toString();
  const open = byId(location.hash.slice(1));
  try {
    if (open) history.replaceState({held: told}, "");
    else history.replaceState({held: told}, "", told ? `#show:${told}` : location.pathname + location.search);
  } catch { /* where a page may not touch its address, the views work all the same */ }
};
const restore = (told) => {
  const held = new URLSearchParams(told);
  for (const name of ["words", "kind", "grade", "from", "to"]) form[name].value = held.get(name) || "";
  if (map) form.seen.checked = held.has("seen");
  state.spot = all(".mark, a.spot").some((one) => one.dataset.spot === held.get("at")) ? held.get("at") : "";
  state.undated = held.has("undated");
};
const reset = () => { restore(""); state.picked = ""; update(); };
const toggleSpot = (key) => { state.spot = state.spot === key ? "" : key; update(); };
const pick = (id) => { state.picked = id; views.forEach((draw) => draw()); };

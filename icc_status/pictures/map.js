"use strict";

// Every fact and every sentence comes from the page; this only picks the ones of a day.
const facts = JSON.parse(document.getElementById("facts").textContent);
const { stops, areas } = facts;
const byId = (id) => document.getElementById(id);
const [tip, slider, date, find, play] = ["tip", "day", "date", "find", "play"].map(byId);
const map = document.querySelector("svg.world");
const row = (code) => byId("row-" + code);
const codes = Object.keys(areas).filter(row); // the states; the other areas are territories
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
let shown = facts.day;
let chosen = "";

const ring = document.createElementNS("http://www.w3.org/2000/svg", "use");
ring.id = "ring";
ring.setAttribute("aria-hidden", "true");
map.append(ring);

const last = (spans, day, first) => spans.findLast((span) => first(span) <= day) ?? spans[0];
const span = (code, day = shown) => last(areas[code].spans, day, (span) => span.first);
const filled = (text, day) => text.replace("{day}", day > facts.today ? day + " (projected)" : day);
const put = (id, text) => { byId(id).textContent = text; };

// What stands beside the map on a day: the same in the page and in a file that is saved.
function texts(day) {
  const [, answer, counts] = last(facts.numbers, day, ([first]) => first);
  const doubted = Object.keys(areas).map((code) => span(code, day).doubt).filter(Boolean);
  return {
    title: facts.title.replace("{day}", day),
    answer: filled(answer, day),
    counts,
    foot: last(facts.feet, day, ([first]) => first)[1].replace("{day}", day),
    doubts: doubted.length ? `${facts.doubts}${doubted.join("; ")}.` : "",
  };
}

function show(day) {
  shown = day;
  const said = texts(day);
  for (const code of Object.keys(areas)) {
    const now = span(code);
    byId(code).setAttribute("class", now.shade);
    byId(code).toggleAttribute("data-doubt", Boolean(now.doubt));
    byId(code).setAttribute("aria-label", now.said);
  }
  for (const code of codes) {
    const now = span(code);
    row(code).querySelector(".status").textContent = now.status;
    row(code).querySelector(".since").textContent = now.since;
    for (const act of row(code).querySelectorAll("li")) act.hidden = act.dataset.day > day;
  }
  for (const [name, count] of Object.entries(said.counts)) put("count-" + name, count);
  for (const element of document.querySelectorAll(".said")) element.textContent = said.answer;
  document.querySelector("h1").textContent = document.title = said.title;
  put("foot", said.foot);
  put("doubts", said.doubts);
  put("shown", day > facts.today ? day + " (projected)" : day);
  slider.value = Math.max(0, stops.findLastIndex((stop) => stop <= day));
  slider.setAttribute("aria-valuetext", byId("shown").textContent);
  date.value = day;
  if (ring.hasAttribute("href")) tell(byId(ring.getAttribute("href").slice(1)));
}

// The address of the page names the day and the state, so that it can be passed on.
function keep() {
  history.replaceState(null, "", `#${chosen}/${shown}`);
}

function follow() {
  const [, code, day] = /^#([A-Z]{3})?(?:\/(\d{4}-\d\d-\d\d))?$/.exec(location.hash) ?? [];
  date.value = day ?? shown; // a day that does not exist leaves the field empty
  if (date.validity.valid) show(date.value);
  else date.value = shown;
  if (code && areas[code]) focusOn(code);
}

function tell(element, pointer) {
  const now = areas[element.id] && span(element.id);
  const words = document.createElement("div");
  words.textContent = element.getAttribute("aria-label");
  tip.replaceChildren(words);
  if (now) {
    const name = document.createElement("strong");
    name.textContent = areas[element.id].name;
    const status = document.createElement("div");
    status.textContent = now.status;
    tip.replaceChildren(name, status, words);
    if (row(element.id)) tip.append(row(element.id).querySelector("ul").cloneNode(true));
  }
  tip.hidden = false;
  ring.setAttribute("href", "#" + element.id);
  const at = element.getBoundingClientRect();
  place(pointer ?? { clientX: at.left + at.width / 2, clientY: at.top + Math.min(at.height / 2, 60) });
}

// Puts the tooltip beside a point: below it, or above where there is no room.
function place({ clientX, clientY }) {
  const left = Math.min(clientX + 12, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const below = clientY + 16;
  const top = below + tip.offsetHeight < innerHeight ? below : clientY - tip.offsetHeight - 12;
  tip.style.left = Math.max(8, left) + scrollX + "px";
  tip.style.top = Math.max(8, top) + scrollY + "px";
}

function hush() {
  tip.hidden = true;
  ring.removeAttribute("href");
}

function focusOn(code) {
  for (const other of codes) byId(other).tabIndex = -1;
  byId(code).tabIndex = 0;
  byId(code).focus();
  chosen = code;
  keep();
}

function named(letter, after) {
  const turned = [...codes.slice(after + 1), ...codes.slice(0, after + 1)];
  return turned.find((code) => areas[code].name.toLowerCase().startsWith(letter));
}

function press(event) {
  const here = codes.indexOf(document.activeElement.id);
  if (here < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = {
    ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1,
    Home: 0, End: codes.length - 1,
  }[event.key];
  if (next !== undefined) focusOn(codes.at(next % codes.length));
  else if (event.key === "Escape") hush();
  else if (event.key === "Enter") row(codes[here]).focus();
  else if (event.key.length === 1 && named(event.key.toLowerCase(), here)) {
    focusOn(named(event.key.toLowerCase(), here));
  } else return;
  event.preventDefault();
}

function search() {
  const wanted = find.value.trim().toLowerCase();
  const code = Object.keys(areas).find((code) =>
    code.toLowerCase() === wanted || areas[code].name.toLowerCase() === wanted);
  if (code) focusOn(code);
  return code;
}

let running = null;

function pause() {
  clearInterval(running);
  running = null;
  play.textContent = "Play";
}

function replay() {
  if (running) return pause();
  if (Number(slider.value) === stops.length - 1) show(stops[0]);
  play.textContent = "Pause";
  running = setInterval(() => {
    show(stops[Number(slider.value) + 1]);
    if (Number(slider.value) === stops.length - 1) { pause(); keep(); }
  }, 700);
}

// Returns the day's map as a file of its own: the frame comes ready from the page.
function picture() {
  const file = new DOMParser().parseFromString(facts.frame, "image/svg+xml");
  const said = texts(shown);
  const drawn = map.cloneNode(true);
  for (const element of drawn.querySelectorAll("#ring, g:not([data-doubt]) > .doubt")) element.remove();
  for (const element of drawn.querySelectorAll("[tabindex]")) {
    for (const name of ["tabindex", "role", "aria-describedby"]) element.removeAttribute(name);
  }
  const box = file.documentElement.viewBox.baseVal;
  drawn.setAttribute("x", (box.width - drawn.getAttribute("width")) / 2);
  drawn.setAttribute("y", byIdIn(file, "drawn").dataset.y);
  byIdIn(file, "drawn").replaceWith(drawn);
  const lines = { title: said.title, heading: said.title, answer: said.answer, said: said.answer };
  for (const [id, text] of Object.entries(lines)) byIdIn(file, id).textContent = text;
  fill(file.querySelectorAll(".note-0"), said.foot);
  fill(file.querySelectorAll(".note-1"), said.doubts);
  for (const [name, count] of Object.entries(said.counts)) {
    const line = byIdIn(file, "count-" + name);
    line.textContent = line.textContent.replace(/\d+$/, count);
  }
  return new XMLSerializer().serializeToString(file);
}

// Spreads a text over lines that are there; the last takes what is left.
function fill(lines, text) {
  const words = text.split(" ");
  for (const [n, line] of lines.entries()) {
    line.textContent = "";
    while (words.length && (n === lines.length - 1
      || line.textContent.length + words[0].length < facts.letters)) {
      line.textContent += (line.textContent && " ") + words.shift();
    }
  }
}

const byIdIn = (file, id) => file.querySelector(`[id="${id}"]`);

function table() {
  const cell = (text) => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = codes.map((code) => {
    const { name, group } = areas[code];
    const { status, since, doubt } = span(code);
    return [shown, code, name, group, status, since, doubt].map(cell).join(",");
  });
  return ["day,iso3,state,group,status,since,doubt", ...lines, ""].join("\r\n");
}

function save(blob, suffix) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `icc-status-${shown}.${suffix}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function paint() {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, "png"), "image/png");
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture());
}

for (const element of map.querySelectorAll(".areas > g")) {
  const title = element.querySelector("title");
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", title.textContent);
  title.remove(); // the browser's own tooltip would cover ours
  if (element.matches(".outside")) continue;
  element.addEventListener("pointerenter", (event) => tell(element, event));
  element.addEventListener("pointermove", place);
  element.addEventListener("pointerleave", hush);
}
for (const code of Object.keys(areas)) {
  byId(code).tabIndex = code === codes[0] ? 0 : -1;
  byId(code).setAttribute("aria-describedby", "tip");
  byId(code).addEventListener("focus", () => tell(byId(code)));
  byId(code).addEventListener("blur", hush);
  byId(code).addEventListener("click", () => focusOn(code));
}
map.addEventListener("keydown", press);
addEventListener("keydown", (event) => event.key === "Escape" && hush());
addEventListener("hashchange", follow);
slider.addEventListener("input", () => { pause(); show(stops[slider.value]); keep(); });
date.addEventListener("change", () => { if (date.validity.valid) { pause(); show(date.value); keep(); } });
find.addEventListener("change", search);
find.form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
play.addEventListener("click", replay);
play.hidden = still;
byId("save-svg").addEventListener("click", () => save(new Blob([picture()], { type: "image/svg+xml" }), "svg"));
byId("save-png").addEventListener("click", paint);
byId("save-csv").addEventListener("click", () => save(new Blob([table()], { type: "text/csv" }), "csv"));
find.form.hidden = false;
show(facts.day);
follow();

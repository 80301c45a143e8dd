"use strict";

// Every fact and every sentence comes from the page; this only picks the ones of a day.
const { stops, start, states } = JSON.parse(document.getElementById("facts").textContent);
const map = document.querySelector("svg.world");
const tip = document.getElementById("tip");
const slider = document.getElementById("day");
const play = document.getElementById("play");
const codes = Object.keys(states);
const shape = (code) => document.getElementById(code);
const row = (code) => document.getElementById("row-" + code);

const ring = document.createElementNS("http://www.w3.org/2000/svg", "use");
ring.id = "ring";
ring.setAttribute("aria-hidden", "true");
ring.setAttribute("stroke-width", map.dataset.ring);
ring.style.setProperty("--breadth", map.dataset.ring);
map.append(ring);

function on(code, day) {
  return states[code].spans.findLast((span) => span.since <= day);
}

function show(index) {
  const stop = stops[index];
  for (const code of codes) {
    const span = on(code, stop.day);
    shape(code).setAttribute("class", span.shade);
    shape(code).setAttribute("aria-label", span.said);
    row(code).querySelector(".status").textContent = span.status;
    row(code).querySelector(".since").textContent = span.from;
    for (const act of row(code).querySelectorAll("li")) act.hidden = act.dataset.day > stop.day;
  }
  for (const [name, count] of Object.entries(stop.counts)) {
    document.querySelector(`[data-count="${name}"]`).textContent = count;
  }
  for (const said of document.querySelectorAll(".said")) said.textContent = stop.said;
  document.getElementById("foot").textContent = stop.foot;
  document.getElementById("shown").textContent = stop.label;
  slider.value = index;
  slider.setAttribute("aria-valuetext", stop.label);
}

function tell(element) {
  const code = element.id;
  const words = document.createElement("div");
  words.textContent = element.getAttribute("aria-label");
  tip.replaceChildren(words);
  if (code in states) {
    const name = document.createElement("strong");
    name.textContent = states[code].name;
    const status = document.createElement("div");
    status.textContent = row(code).querySelector(".status").textContent;
    const acts = row(code).querySelector("ul").cloneNode(true);
    tip.replaceChildren(name, status, words, acts);
  }
  tip.hidden = false;
  const at = element.getBoundingClientRect();
  const left = Math.min(at.left + at.width / 2, innerWidth - tip.offsetWidth - 16);
  const below = at.top + Math.min(at.height / 2, 60) + 16;
  const top = below + tip.offsetHeight < innerHeight ? below : at.top - tip.offsetHeight - 8;
  tip.style.left = Math.max(8, left) + scrollX + "px";
  tip.style.top = Math.max(8, top) + scrollY + "px";
  ring.setAttribute("href", code in states ? "#" + code : "");
}

function hush() {
  tip.hidden = true;
  ring.removeAttribute("href");
}

function focusOn(code) {
  for (const other of codes) shape(other).tabIndex = -1;
  shape(code).tabIndex = 0;
  shape(code).focus();
}

function named(letter, after) {
  const turned = [...codes.slice(after + 1), ...codes.slice(0, after + 1)];
  return turned.find((code) => states[code].name.toLowerCase().startsWith(letter));
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

let running = null;

function pause() {
  clearInterval(running);
  running = null;
  play.textContent = "Play";
}

function replay() {
  if (running) return pause();
  if (Number(slider.value) === stops.length - 1) show(0);
  play.textContent = "Pause";
  running = setInterval(() => {
    show(Number(slider.value) + 1);
    if (Number(slider.value) === stops.length - 1) pause();
  }, 700);
}

for (const element of map.querySelectorAll(".elsewhere, .states > g")) {
  const title = element.querySelector("title");
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", title.textContent);
  title.remove(); // the browser's own tooltip would cover ours
}
for (const code of codes) {
  shape(code).tabIndex = code === codes[0] ? 0 : -1;
  shape(code).setAttribute("aria-describedby", "tip");
  shape(code).addEventListener("focus", () => tell(shape(code)));
  shape(code).addEventListener("blur", hush);
  shape(code).addEventListener("click", () => focusOn(code));
}
for (const element of map.querySelectorAll(".elsewhere, .states > g:not(.outside)")) {
  element.addEventListener("pointerenter", () => tell(element));
  element.addEventListener("pointerleave", hush);
}
map.addEventListener("keydown", press);
addEventListener("keydown", (event) => event.key === "Escape" && hush());
slider.addEventListener("input", () => { pause(); show(Number(slider.value)); });
play.addEventListener("click", replay);
document.querySelector(".controls").hidden = false;
show(start);

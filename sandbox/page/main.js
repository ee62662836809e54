// The page: a column for each person and group, the clock, the troubles.

import * as api from "./api.js";
import { Column } from "./column.js";
import { element } from "./dom.js";

const columns = new Map();
const place = document.querySelector("#columns");
const tabs = document.querySelector("#tabs");
const now = document.querySelector("#now");
const rules = document.querySelector("#rules");
const full = new Intl.DateTimeFormat("ru", {
  timeZone: "Europe/Moscow", weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
});
let clock = null;
let shown = null;

const warn = (words) => { rules.textContent = words; window.alert(words); };

function showTime() {
  if (!clock) return;
  const passed = clock.frozen ? 0 : performance.now() - clock.at;
  now.textContent = full.format(new Date(clock.from + passed));
}

function show(id) {
  shown = id;
  for (const [key, column] of columns) {
    column.node.classList.toggle("shown", key === id);
    column.tab.setAttribute("aria-selected", String(key === id));
  }
}

function columnOf(chat, person) {
  if (!columns.has(chat.id)) {
    const column = new Column(chat, person, warn);
    column.tab = element("button", { type: "button", role: "tab", onclick: () => show(chat.id) }, column.title);
    columns.set(chat.id, column);
    place.append(column.node);
    tabs.append(column.tab);
    show(shown ?? chat.id);
  }
  return columns.get(chat.id);
}

function onState(state) {
  clock = { from: Date.parse(state.clock.now), at: performance.now(), frozen: state.clock.frozen };
  showTime();
  // All columns stand before the first is filled: each new one makes the others narrower, and their texts longer.
  const whose = (chat) => state.people.find((one) => one.id === chat.id) ?? null;
  for (const chat of state.chats) columnOf(chat, whose(chat));
  for (const chat of state.chats) columnOf(chat, whose(chat)).update(chat, whose(chat), state.people, state.bot);
  const { offline, rules: active } = state.trouble;
  document.querySelector("#offline").checked = offline;
  rules.textContent = active.map((rule) => `${rule.kind} × ${rule.times ?? "∞"}`).join(", ");
}

const turn = (wish) => api.turnClock(wish).catch(() => warn("Впереди ничего не запланировано."));

for (const button of document.querySelectorAll("[data-forward]")) {
  button.addEventListener("click", () => turn({ forward: Number(button.dataset.forward) }));
}
document.querySelector("#next").addEventListener("click", () => turn({ next: true }));
document.querySelector("#add").addEventListener("click", () => {
  const name = window.prompt("Как зовут?");
  if (name?.trim()) api.addPerson(name.trim());
});
document.querySelector("#offline").addEventListener("change", (event) => api.trouble({ offline: event.target.checked }));
document.querySelector("#calm").addEventListener("click", () => api.trouble({ clear: true, offline: false }));
document.querySelector("#trouble form").addEventListener("submit", (event) => {
  event.preventDefault();
  const kind = document.querySelector("#kind").value;
  api.trouble({ kind, times: Number(document.querySelector("#times").value), seconds: 3 });
});

setInterval(showTime, 1000);
api.listen(onState);

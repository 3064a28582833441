// Shows the worlds of the mock server, and the clock and journal of the selected one. Polls once a second while the
// page is visible.
const POLL_EVERY = 1000;
const MOST_ENTRIES = 200;

const byId = (id) => document.getElementById(id);
const state = { token: "", key: undefined, frozen: false, shown: 0, last: 0 };

async function ask(path, { method = "GET", body, key } = {}) {
  const headers = {
    ...(key ? { Authorization: `Bearer ${key}` } : {}),
    ...(state.token ? { "Sinkove-Control-Token": state.token } : {}),
  };
  const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const response = await fetch(`/_sandbox${path}`, init);
  if (response.status === 204) return undefined;
  const answer = await response.json();
  if (response.ok) return answer;
  throw Object.assign(new Error(answer.detail), { status: response.status });
}

/** Creates an element. Text is never parsed as HTML, because it may come from clients. */
function element(name, { className = "", text = "" } = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function showTime(text) {
  return text.replace("T", " ").replace(/\.\d+Z$/, " UTC");
}

function choose(world) {
  if (world.apiKey === state.key) return;
  Object.assign(state, { key: world.apiKey, shown: 0, last: 0 });
  byId("journal").replaceChildren();
}

/** Updates the rows in place, so that a focused row keeps the focus. */
function showWorlds({ worlds, count }) {
  const body = byId("worlds");
  while (body.rows.length > worlds.length) body.lastChild.remove();
  for (const [index, world] of worlds.entries()) {
    const row = body.rows[index] ?? body.appendChild(newRow());
    const [account, clock, exchanges, broken, faults] = row.cells;
    if (world.apiKey === state.key) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
    row.world = world;
    setText(account.firstChild, world.isFirst ? "First world" : world.accountId);
    setText(clock, showTime(world.clock.now) + (world.clock.frozen ? ", frozen" : ""));
    setText(exchanges, `${world.exchanges}`);
    setText(broken, `${world.broken}`);
    broken.classList.toggle("broken", world.broken > 0);
    setText(faults, `${world.faults}`);
  }
  const others = count > worlds.length ? `, showing the ${worlds.length} most recently used` : "";
  setText(byId("worlds-note"), `${count === 1 ? "1 world" : `${count} worlds`}${others}`);
}

function newRow() {
  const button = element("button");
  const row = element("tr", {}, element("td", {}, button), element("td"));
  for (let count = 0; count < 3; count += 1) row.append(element("td", { className: "number" }));
  button.addEventListener("click", () => {
    choose(row.world);
    refresh();
  });
  return row;
}

function showClock({ now, frozen }) {
  state.frozen = frozen;
  byId("now").dateTime = now;
  setText(byId("now"), showTime(now));
  byId("frozen").hidden = !frozen;
  setText(byId("freeze"), frozen ? "Resume" : "Freeze");
}

function showJournal(entries) {
  const list = byId("journal");
  for (const entry of entries) list.prepend(itemOf(entry));
  while (list.children.length > MOST_ENTRIES) list.lastChild.remove();
  state.last = entries.at(-1)?.sequence ?? state.last;
  state.shown = list.children.length;
  const note =
    state.shown === 0 ? "No requests yet." : `The last ${state.shown} exchanges, newest first.`;
  setText(byId("journal-note"), note);
}

function itemOf(entry) {
  const { request, response, violations, fault } = entry;
  const isGood = response !== undefined && response.status < 400;
  const marks = [
    ...(fault ? [`fault: ${fault.action}`] : []),
    ...(violations.some((each) => each.in === "response") ? ["breaks the contract"] : []),
  ];
  const parts = [
    { text: showTime(entry.at).slice(11, 19) },
    { text: response ? `${response.status}` : "reset", className: isGood ? "ok" : "failed" },
    { text: `${request.method} ${request.path}` },
    { text: `${entry.durationMs.toFixed(1)}\u00a0ms` },
    ...marks.map((text) => ({ text, className: "broken" })),
  ];
  // The spaces separate the parts for screen readers and for copied text.
  const summary = element("summary", {}, ...parts.flatMap((part) => [element("span", part), " "]));
  const details = element("details", {}, summary);
  // The details are rendered on first opening, since most entries are never opened.
  details.addEventListener("toggle", () => details.append(...partsOf(entry)), { once: true });
  return element("li", {}, details);
}

function partsOf({ request, response, violations, fault }) {
  const parts = [messageOf(`${request.method} ${request.path}`, request)];
  if (response) parts.push(messageOf(`${response.status}`, response));
  if (violations.length > 0) parts.push(JSON.stringify(violations, null, 2));
  if (fault) parts.push(JSON.stringify(fault, null, 2));
  return parts.map((text) => element("pre", { text }));
}

function messageOf(start, { headers, body = "" }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [start, ...lines, "", pretty(body)].join("\n").trim();
}

/** Formats JSON. A truncated body is not valid JSON and stays as it is. */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function refresh() {
  try {
    const overview = await ask("/overview");
    const found = overview.worlds.find(({ apiKey }) => apiKey === state.key);
    const world = found ?? overview.worlds.find(({ isFirst }) => isFirst) ?? overview.worlds[0];
    choose(world);
    if (world.exchanges < state.shown && state.shown <= MOST_ENTRIES) {
      byId("journal").replaceChildren();
      Object.assign(state, { shown: 0, last: 0 });
    }
    const entries = await ask(`/journal?after=${state.last}`, { key: world.apiKey });
    showWorlds(overview);
    showClock(world.clock);
    if (world.apiKey === state.key)
      showJournal(entries.filter((each) => each.sequence > state.last));
    byId("token-form").hidden = true;
    setText(byId("status"), "Live");
  } catch (error) {
    byId("token-form").hidden = error.status !== 403;
    setText(byId("status"), error.status ? error.message : "The mock server does not respond.");
  }
}

/** Sends a request to the controls, then refreshes the page. */
async function send(path, options) {
  await ask(path, { ...options, key: state.key }).catch((error) => {
    setText(byId("status"), error.message);
  });
  await refresh();
}

for (const button of document.querySelectorAll("[data-advance]")) {
  const { advance } = button.dataset;
  button.addEventListener("click", () => send("/clock", { method: "POST", body: { advance } }));
}
byId("freeze").addEventListener("click", () =>
  send("/clock", { method: "POST", body: { freeze: !state.frozen } }),
);
byId("clear").addEventListener("click", () => send("/journal", { method: "DELETE" }));
byId("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  state.token = byId("token").value;
  refresh();
});

async function poll() {
  if (!document.hidden) await refresh();
  setTimeout(poll, POLL_EVERY);
}
poll();

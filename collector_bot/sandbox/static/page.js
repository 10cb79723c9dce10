// The sandbox's page: the Slack channel, the customers' mailboxes and the calendar.
// Everything shown comes from outside, so every node is built, never parsed from text.

const WORDS = {
  fr: {
    language: "Langue", direct: "Privé", home: "Accueil", who: "Vous êtes", send: "Envoyer",
    composer: "Tapez une commande, par exemple /balance ACME", mail: "Boîtes des clients", filter: "Chercher un client",
    asHtml: "Lettre", asText: "Texte", asHeaders: "En-têtes", noLetter: "Choisissez un client à gauche, puis une lettre.",
    reply: "Répondre à la place du client…", attach: "Joindre un fichier", sendReply: "Envoyer la réponse",
    calendar: "Calendrier", plusOne: "+ 1 jour", plusSeven: "+ 7 jours",
    calendarHint: "Le temps n’avance qu’ici. Chaque jour, Collector relance les clients en retard.",
    onlyYou: "Visible par vous seul", app: "APPLI", edited: "(modifié)", on: "Collector est en marche", off: "Collector est arrêté", ended: "Collector s’est arrêté tout seul (code {code}) ; voyez le terminal",
    empty: "Rien encore.", yes: "Oui", no: "Annuler", close: "Fermer", submit: "Valider", you: "vous", sent: "envoyé",
    busy: "Un instant…", noAnswer: "Collector n’a pas répondu à temps.", waiting: "Aucune lettre pour l’instant.", nobody: "Aucun client de ce nom.",
    pay: "et le virement arrive en banque", choose: "Choisir…",
    people: { manager: "responsable du crédit", clerk: "comptable clients", sales: "commercial" },
    kinds: { promise: "Promesse", remittance: "Avis de virement", "remittance-csv": "Avis de virement (CSV)", dispute: "Litige", absence: "Absence" },
  },
  en: {
    language: "Language", direct: "Direct", home: "Home", who: "You are", send: "Send",
    composer: "Type a command, for example /balance ACME", mail: "Customers’ mailboxes", filter: "Find a customer",
    asHtml: "Letter", asText: "Text", asHeaders: "Headers", noLetter: "Choose a customer on the left, then a letter.",
    reply: "Answer in the customer’s place…", attach: "Attach a file", sendReply: "Send reply",
    calendar: "Calendar", plusOne: "+ 1 day", plusSeven: "+ 7 days",
    calendarHint: "Time moves only here. Every day Collector chases the customers who are late.",
    onlyYou: "Only visible to you", app: "APP", edited: "(edited)", on: "Collector is running", off: "Collector is stopped", ended: "Collector ended by itself (code {code}); see the terminal",
    empty: "Nothing yet.", yes: "Yes", no: "Cancel", close: "Close", submit: "Submit", you: "you", sent: "sent",
    busy: "One moment…", noAnswer: "Collector did not answer in time.", waiting: "No letter yet.", nobody: "No customer of that name.",
    pay: "and the transfer reaches our bank", choose: "Choose…",
    people: { manager: "credit manager", clerk: "receivables clerk", sales: "sales" },
    kinds: { promise: "Promise", remittance: "Remittance advice", "remittance-csv": "Remittance advice (CSV)", dispute: "Dispute", absence: "Out of office" },
  },
};
const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", email: "✉️", envelope: "✉️", bell: "🔔",
  calendar: "📅", hourglass: "⌛", moneybag: "💰", scales: "⚖️", page_facing_up: "📄", mag: "🔍", eyes: "👀",
  no_entry: "⛔", bulb: "💡", speech_balloon: "💬", handshake: "🤝", rotating_light: "🚨", bar_chart: "📊",
  question: "❓", inbox_tray: "📥", outbox_tray: "📤", lock: "🔒", paperclip: "📎", tada: "🎉", wave: "👋",
};
const $ = (id) => document.getElementById(id);
const state = { language: "fr", user: "", tab: "channel", world: null, mailbox: "", letter: 0, view: "html", files: [], example: null, shownLetters: "" };
const words = () => WORDS[state.language];

function make(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json", "X-Sandbox": "page" }, body: JSON.stringify(body),
  };
  const reply = await fetch(`/sandbox/${path}`, options);
  const answer = await reply.json();
  if (!reply.ok) throw new Error(answer.error || reply.statusText);
  return answer;
}

let toastTimer = 0;
function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = !text;
  clearTimeout(toastTimer);
  if (text) toastTimer = setTimeout(() => { $("toast").hidden = true; }, 6000);
}

const shown = new Map();
/* Whether a part of the page shows this already: what is not drawn anew keeps its focus. */
function isShown(part, facts) {
  const print = JSON.stringify([facts, state.language]);
  const same = shown.get(part) === print;
  shown.set(part, print);
  return same;
}

async function doing(button, work) {
  if (button) button.disabled = true;
  try { return await work(); } catch (error) { toast(error.message); return null; } finally { if (button) button.disabled = false; }
}

/* ---- Slack's text ---- */

const unescapeText = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const emojis = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] || whole);
const plain = (object) => emojis(unescapeText(object?.text ?? ""));
const safeLink = (url) => (/^(https?:|mailto:)/i.test(url) ? url : null);

function mention(inner) {
  if (inner.startsWith("@")) return make("span", { class: "mention", text: `@${personName(inner.slice(1).split("|")[0])}` });
  if (inner.startsWith("#")) return make("span", { class: "mention", text: `#${inner.split("|")[1] || state.world?.channel.name || ""}` });
  if (inner.startsWith("!date")) return document.createTextNode(inner.split("|").pop());
  if (inner.startsWith("!")) return make("span", { class: "mention", text: `@${inner.slice(1).split("|").pop()}` });
  const [url, label] = inner.split(/\|(.*)/s);
  const href = safeLink(unescapeText(url));
  const text = unescapeText(label || url.replace(/^mailto:/, ""));
  return href ? make("a", { href, target: "_blank", rel: "noopener noreferrer", text }) : document.createTextNode(text);
}

const SPAN = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/g;

function spans(text) {
  const nodes = [];
  let last = 0;
  for (const found of text.matchAll(SPAN)) {
    if (found.index > last) nodes.push(emojis(unescapeText(text.slice(last, found.index))));
    const [whole, block, code, angle, bold, italic, strike] = found;
    if (block !== undefined) nodes.push(make("pre", { class: "code", text: unescapeText(block.replace(/^\n/, "")) }));
    else if (code !== undefined) nodes.push(make("code", { text: unescapeText(code) }));
    else if (angle !== undefined) nodes.push(mention(angle));
    else if (bold !== undefined) nodes.push(make("strong", {}, ...spans(bold)));
    else if (italic !== undefined) nodes.push(make("em", {}, ...spans(italic)));
    else nodes.push(make("s", {}, ...spans(strike)));
    last = found.index + whole.length;
  }
  if (last < text.length) nodes.push(emojis(unescapeText(text.slice(last))));
  return nodes;
}

function mrkdwn(text) {
  const box = make("div");
  const parts = String(text ?? "").split(/(```[\s\S]+?```)/);
  for (const part of parts) {
    if (part.startsWith("```")) { box.append(...spans(part)); continue; }
    const lines = part.split("\n");
    lines.forEach((line, index) => {
      const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(line);
      if (quoted) box.append(make("blockquote", {}, ...spans(quoted[1])));
      else { box.append(...spans(line)); if (index < lines.length - 1) box.append(make("br")); }
    });
  }
  return box;
}

const textObject = (object) => (object?.type === "mrkdwn" ? mrkdwn(object.text) : make("div", { class: "plain", text: plain(object) }));

/* ---- Slack's blocks ---- */

function styled(item) {
  let node;
  if (item.type === "link") { const href = safeLink(item.url || ""); node = make(href ? "a" : "span", { href, target: "_blank", rel: "noopener noreferrer", text: item.text || item.url }); }
  else if (item.type === "user") node = make("span", { class: "mention", text: `@${personName(item.user_id)}` });
  else if (item.type === "emoji") node = document.createTextNode(EMOJI[item.name] || `:${item.name}:`);
  else if (item.type === "date") node = document.createTextNode(item.fallback || "");
  else node = document.createTextNode(item.text ?? "");
  for (const [style, tag] of [["bold", "strong"], ["italic", "em"], ["strike", "s"], ["code", "code"]]) if (item.style?.[style]) node = make(tag, {}, node);
  return node;
}

function richElement(element) {
  const inside = (element.elements || []).map((item) => (item.elements ? richElement(item) : styled(item)));
  if (element.type === "rich_text_list") return make(element.style === "ordered" ? "ol" : "ul", { class: "rich" }, ...inside.map((one) => make("li", {}, one)));
  const tag = { rich_text_quote: "blockquote", rich_text_preformatted: "pre" }[element.type] || "div";
  return make(tag, { class: tag === "pre" ? "code" : null }, ...inside);
}

function cell(value, column) {
  const align = column?.align ? ` ${column.align}` : value?.type === "raw_number" ? " right" : "";
  const inside = value?.type === "rich_text" ? (value.elements || []).map(richElement) : [document.createTextNode(value?.text ?? value?.value ?? "")];
  return make("td", { class: align.trim() }, ...inside);
}

function table(block) {
  const columns = block.column_settings || [];
  const rows = (block.rows || []).map((row) => make("tr", {}, ...(row.cells || row).map((value, index) => cell(value, columns[index]))));
  return make("div", { class: "table-wrap" }, make("table", {}, make("tbody", {}, ...rows)));
}

function optionList(element) {
  const groups = element.option_groups ? element.option_groups.flatMap((group) => group.options) : element.options || [];
  return groups.map((option) => make("option", { value: option.value, text: plain(option.text) }));
}

function control(element, block, press) {
  const common = { "data-action-id": element.action_id, "data-block-id": block.block_id, "data-testid": "action" };
  if (element.type === "button") {
    const href = element.url ? safeLink(element.url) : null;
    const button = make("button", {
      type: "button", class: element.style || "", text: plain(element.text), "data-value": element.value ?? "", "aria-label": element.accessibility_label, ...common,
      onclick: async () => { if (await confirmed(element.confirm)) { if (href) window.open(href, "_blank", "noopener"); await press(button, { value: element.value ?? "" }); } },
    });
    return button;
  }
  if (["static_select", "overflow", "external_select"].includes(element.type)) {
    const select = make("select", { ...common, onchange: async () => {
      const value = select.value;
      if (value && await confirmed(element.confirm)) await press(select, { value });
      if (element.type === "overflow") select.value = "";
    } }, make("option", { value: "", text: element.placeholder ? plain(element.placeholder) : "…" }), ...optionList(element));
    if (element.initial_option) select.value = element.initial_option.value;
    return select;
  }
  if (element.type === "datepicker") {
    const input = make("input", { type: "date", value: element.initial_date, ...common, onchange: () => press(input, { value: input.value }) });
    return input;
  }
  if (element.type === "image") return make("span", { class: "soft", text: `[${element.alt_text || "image"}]` });
  return textObject(element);
}

function renderBlock(block, press) {
  switch (block.type) {
    case "header": return make("div", { class: "block header", text: plain(block.text) });
    case "divider": return make("hr", { class: "block" });
    case "section": {
      const inside = make("div", { class: "words" });
      if (block.text) inside.append(textObject(block.text));
      if (block.fields) inside.append(make("div", { class: "fields" }, ...block.fields.map(textObject)));
      return make("div", { class: "block section" }, inside, block.accessory ? control(block.accessory, block, press) : null);
    }
    case "context": return make("div", { class: "block context" }, ...(block.elements || []).map((one) => control(one, block, press)));
    case "actions": return make("div", { class: "block actions" }, ...(block.elements || []).map((one) => control(one, block, press)));
    case "table": case "data_table": return make("div", { class: "block" }, table(block));
    case "rich_text": return make("div", { class: "block" }, ...(block.elements || []).map(richElement));
    case "markdown": return make("div", { class: "block" }, mrkdwn(block.text));
    case "image": return make("div", { class: "block soft", text: `[${block.alt_text || "image"}]` });
    default: return make("div", { class: "block soft", text: plain(block.text) });
  }
}

function confirmed(dialog) {
  if (!dialog) return Promise.resolve(true);
  $("confirm-title").textContent = plain(dialog.title);
  $("confirm-text").replaceChildren(textObject(dialog.text));
  $("confirm-yes").textContent = plain(dialog.confirm) || words().yes;
  $("confirm-no").textContent = plain(dialog.deny) || words().no;
  $("confirm-yes").className = dialog.style === "danger" ? "danger" : "primary";
  $("confirm").returnValue = "";
  $("confirm").showModal();
  return new Promise((resolve) => $("confirm").addEventListener("close", () => resolve($("confirm").returnValue === "yes"), { once: true }));
}

/* ---- the channel ---- */

function personName(id) {
  const person = state.world?.people.find((one) => one.id === id);
  if (!person) return id;
  return person.role ? words().people[person.role] : person.name;
}

function pressOn(message) {
  return (button, { value }) => doing(button, async () => {
    const outcome = await ask("press", {
      user: state.user, channel: message.channel, ts: message.ts, value,
      action_id: button.getAttribute("data-action-id"), block_id: button.getAttribute("data-block-id"),
    });
    if (outcome.notice) toast(outcome.notice);
  });
}

function card(message) {
  const bot = message.bot;
  const name = bot ? "Collector" : personName(message.user);
  const body = make("div", { class: "message-body" });
  if (message.ephemeral) body.append(make("div", { class: "only-you", text: words().onlyYou }));
  body.append(make("div", {}, make("span", { class: "who", text: name }), bot ? make("span", { class: "tag", text: words().app }) : null,
    make("span", { class: "time", text: message.time + (message.edited ? ` ${words().edited}` : "") })));
  const press = pressOn(message);
  if (message.blocks.length) body.append(make("div", { class: bot && message.blocks.length > 1 ? "card" : "" }, ...message.blocks.map((block) => renderBlock(block, press))));
  else body.append(make("div", { class: "block" }, mrkdwn(message.text)));
  for (const file of message.files || []) body.append(make("div", { class: "block soft", text: `[${file.name || ""}]` }));
  return make("article", {
    class: `message${message.ephemeral ? " ephemeral" : ""}${message.thread ? " reply-in-thread" : ""}`, "data-testid": "message",
    "data-ts": message.ts, "data-ephemeral": String(message.ephemeral),
  }, make("div", { class: `avatar${bot ? " bot" : ""}`, "aria-hidden": "true", text: name.slice(0, 1).toUpperCase() }), body);
}

const cards = new Map();
async function showMessages() {
  const [user, tab] = [state.user, state.tab];
  const found = await ask(`messages?user=${encodeURIComponent(user)}&where=${tab}`);
  if (user !== state.user || tab !== state.tab) return;
  $("tab-home").hidden = !found.home && tab !== "home";
  const box = $("messages");
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
  const wanted = [];
  for (const message of found.messages) {
    const print = JSON.stringify([message, state.language, user]);
    const known = cards.get(message.ts);
    const kept = known && known.print === print ? known : { print, node: card(message) };
    cards.set(message.ts, kept);
    wanted.push(kept.node);
  }
  if (tab === "home" && found.home) wanted.push(homeTab(found.home));
  if (!wanted.length) wanted.push(make("p", { class: "empty", text: words().empty }));
  const same = wanted.length === box.childNodes.length && wanted.every((node, index) => node === box.childNodes[index]);
  if (!same) box.replaceChildren(...wanted);
  if (!same && atEnd && tab !== "home") box.scrollTop = box.scrollHeight;
  showModal(found.modal);
}

function homeTab(view) {
  const press = (button, { value }) => doing(button, () => ask("press", {
    user: state.user, view: view.id, value, action_id: button.getAttribute("data-action-id"), block_id: button.getAttribute("data-block-id"),
  }));
  return make("div", { class: "message" }, make("div", { class: "message-body" }, ...view.blocks.map((block) => renderBlock(block, press))));
}

/* ---- modals ---- */

function inputFor(element, block) {
  const common = { "data-block-id": block.block_id, "data-action-id": element.action_id, "data-kind": element.type };
  const first = element.initial_value ?? element.initial_date ?? "";
  if (element.type === "plain_text_input" && element.multiline) return make("textarea", { rows: 3, ...common, text: first });
  if (element.type === "datepicker") return make("input", { type: "date", value: first, ...common });
  if (element.type === "static_select" || element.type === "radio_buttons") {
    const select = make("select", common, make("option", { value: "", text: words().choose }), ...optionList(element));
    if (element.initial_option) select.value = element.initial_option.value;
    return select;
  }
  if (element.type === "checkboxes" || element.type === "multi_static_select") {
    const chosen = new Set((element.initial_options || []).map((option) => option.value));
    const select = make("select", { multiple: true, ...common }, ...optionList(element));
    for (const option of select.options) option.selected = chosen.has(option.value);
    return select;
  }
  return make("input", { type: "text", value: first, ...common });
}

let shownModal = "";
function showModal(view) {
  const print = view ? JSON.stringify(view) : "";
  if (print === shownModal) return;
  shownModal = print;
  if (!view) { if ($("modal").open) $("modal").close("done"); return; }
  $("modal-title").textContent = view.title;
  $("modal-submit").textContent = view.submit || words().submit;
  $("modal-submit").hidden = !view.submit;
  $("modal-close").textContent = view.close || words().close;
  const typed = $("modal").dataset.view === view.id ? modalValues() : {};
  $("modal").dataset.view = view.id;
  const press = (button, { value }) => doing(button, () => ask("press", {
    user: state.user, view: view.id, value, action_id: button.getAttribute("data-action-id"), block_id: button.getAttribute("data-block-id"),
  }));
  $("modal-blocks").replaceChildren(...view.blocks.map((block) => {
    if (block.type !== "input") return renderBlock(block, press);
    return make("label", { class: "field" }, make("span", { text: plain(block.label) }), inputFor(block.element, block),
      block.hint ? make("small", { text: plain(block.hint) }) : null,
      view.errors[block.block_id] ? make("span", { class: "error", text: view.errors[block.block_id] }) : null);
  }));
  for (const field of modalFields()) {
    const value = typed[field.getAttribute("data-block-id")];
    if (Array.isArray(value)) for (const option of field.options) option.selected = value.includes(option.value);
    else if (value !== undefined) field.value = value ?? "";
  }
  if (!$("modal").open) $("modal").showModal();
}

const modalFields = () => [...$("modal-blocks").querySelectorAll("[data-kind]")];

function modalValues() {
  return Object.fromEntries(modalFields().map((field) => {
    const value = field.multiple ? [...field.selectedOptions].map((option) => option.value) : field.value;
    return [field.getAttribute("data-block-id"), value === "" ? null : value];
  }));
}

async function submitModal(event) {
  event.preventDefault();
  const values = modalValues();
  shownModal = "";
  await doing($("modal-submit"), async () => {
    const outcome = await ask("submit", { user: state.user, view: $("modal").dataset.view, values });
    if (outcome.notice) toast(outcome.notice);
    await showMessages();
  });
}

/* ---- mailboxes ---- */

async function showMailboxes() {
  const found = await ask("mailboxes");
  const wanted = $("mailbox-filter").value.trim().toLowerCase();
  const boxes = found.mailboxes.filter((box) => `${box.name} ${box.account} ${box.address}`.toLowerCase().includes(wanted));
  if (!isShown("mailboxes", [boxes, state.mailbox])) drawMailboxes(boxes);
  if (state.mailbox) await showLetters();
}

function drawMailboxes(boxes) {
  $("mailboxes").replaceChildren(...boxes.map((box) => make("li", {}, make("button", {
    type: "button", class: box.unread ? "unread" : "", "data-testid": "mailbox", "data-address": box.address, "data-account": box.account,
    "aria-current": box.address === state.mailbox ? "true" : null, onclick: () => openMailbox(box.address),
  }, make("span", { class: "name" }, make("span", { text: box.name }), box.unread ? make("span", { class: "badge", text: box.unread }) : null),
  make("small", { text: box.subject || box.address })))));
  if (!boxes.length) $("mailboxes").append(make("li", { class: "empty", text: words()[$("mailbox-filter").value.trim() ? "nobody" : "waiting"] }));
}

async function openMailbox(address) {
  state.mailbox = address;
  state.letter = 0;
  state.shownLetters = "";
  await showMailboxes();
}

async function showLetters() {
  const mailbox = state.mailbox;
  const found = await ask(`mailboxes/${encodeURIComponent(mailbox)}`);
  if (mailbox !== state.mailbox) return;
  const print = JSON.stringify([found, state.letter, state.language]);
  if (print === state.shownLetters) return;
  state.shownLetters = print;
  $("letters").replaceChildren(...[...found.letters].reverse().map((letter) => make("li", {}, make("button", {
    type: "button", class: letter.read || letter.outgoing ? "" : "unread", "data-testid": "letter", "data-number": letter.number,
    "aria-current": letter.number === state.letter ? "true" : null, onclick: () => openLetter(letter.number),
  }, make("span", { class: "what", text: `${letter.outgoing ? "↩ " : ""}${letter.subject}` }), make("time", { text: letter.time })))));
  const received = found.letters.filter((letter) => !letter.outgoing);
  if (!state.letter && received.length) await openLetter(received.at(-1).number);
}

async function openLetter(number) {
  state.letter = number;
  state.files = [];
  state.example = null;
  const letter = await ask(`letters/${number}`);
  if (number !== state.letter) return;
  $("letter").hidden = false;
  $("no-letter").hidden = true;
  $("letter-subject").textContent = letter.subject;
  $("letter-text").textContent = letter.text;
  $("letter-headers").replaceChildren(...letter.headers.flatMap(([name, value]) => [make("dt", { text: name }), make("dd", { text: value })]));
  $("letter-files").replaceChildren(...letter.attachments.map((file, index) => make("a", {
    href: `/sandbox/letters/${number}/attachments/${index}`, download: file.filename, text: `${file.filename} (${file.size})`,
  })));
  if (letter.html) $("letter-frame").src = `/sandbox/letters/${number}/html`;
  $("show-html").hidden = !letter.html;
  showView(letter.html ? "html" : "text");
  $("reply").hidden = letter.outgoing;
  $("reply-text").value = "";
  $("reply-attach").value = "";
  $("examples").replaceChildren(...letter.examples.map((example) => make("button", {
    type: "button", "data-testid": "example", "data-kind": example.kind, text: words().kinds[example.kind], onclick: () => useExample(example),
  })));
  showReplyFiles();
  state.shownLetters = "";
  if (!letter.read) await ask(`letters/${number}/read`, {});
  await showLetters();
}

function showView(view) {
  state.view = view;
  $("letter-frame").hidden = view !== "html";
  $("letter-text").hidden = view !== "text";
  $("letter-headers").hidden = view !== "headers";
  for (const one of ["html", "text", "headers"]) $(`show-${one}`).setAttribute("aria-selected", String(one === view));
}

function useExample(example) {
  state.example = example;
  state.files = example.attachments.map((file) => ({ ...file }));
  $("reply-text").value = example.text;
  showReplyFiles();
}

function showReplyFiles() {
  $("reply-files").replaceChildren(...state.files.map((file, index) => make("button", {
    type: "button", text: `${file.filename} ×`, onclick: () => { state.files.splice(index, 1); showReplyFiles(); },
  })));
  const pays = state.example?.pays.length > 0;
  $("reply-pay-label").hidden = !pays;
  $("reply-pay").checked = pays;
  $("reply-pay-text").textContent = words().pay;
}

function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve({ filename: file.name, content_type: file.type || "application/octet-stream", base64: reader.result.split(",")[1] || "" });
    reader.readAsDataURL(file);
  });
}

async function sendReply(event) {
  event.preventDefault();
  await doing($("reply-send"), async () => {
    await ask(`letters/${state.letter}/reply`, {
      text: $("reply-text").value, attachments: state.files, automatic: Boolean(state.example?.automatic),
      pays: state.example && $("reply-pay").checked ? state.example.pays : [],
    });
    $("reply-text").value = "";
    state.files = [];
    state.example = null;
    showReplyFiles();
    await showMailboxes();
  });
}

/* ---- calendar and frame ---- */

function showCalendar(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const write = (options) => new Intl.DateTimeFormat(state.language, { timeZone: "UTC", ...options }).format(date);
  $("weekday").textContent = write({ weekday: "long" });
  $("day").textContent = String(day);
  $("month").textContent = write({ month: "long", year: "numeric" });
  document.querySelector(".today").setAttribute("data-date", iso);
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const heads = [...Array(7).keys()].map((index) => new Intl.DateTimeFormat(state.language, { weekday: "narrow", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, 1 + index))));
  $("grid").replaceChildren(...heads.map((text) => make("span", { class: "head", text })), ...Array.from({ length: first }, () => make("span")),
    ...Array.from({ length }, (_, index) => make("span", { class: `${index + 1 === day ? "now" : ""}${(first + index) % 7 > 4 ? " weekend" : ""}`, text: index + 1 })));
}

function showWords() {
  document.documentElement.lang = state.language;
  for (const node of document.querySelectorAll("[data-i18n]")) node.textContent = words()[node.dataset.i18n];
  for (const node of document.querySelectorAll("[data-i18n-placeholder]")) node.placeholder = words()[node.dataset.i18nPlaceholder];
  for (const node of document.querySelectorAll("[data-i18n-label]")) node.setAttribute("aria-label", words()[node.dataset.i18nLabel]);
  $("language").value = state.language;
  for (const tab of ["channel", "direct", "home"]) $(`tab-${tab}`).setAttribute("aria-selected", String(tab === state.tab));
}

function showStatus(serving) {
  const ended = state.world && state.world.ended;
  const off = typeof ended === "number" ? words().ended.replace("{code}", ended) : words().off;
  $("status").textContent = serving ? words().on : off;
  $("status").classList.toggle("off", !serving);
}

async function showWorld() {
  state.world = await ask("state");
  const humans = state.world.people.filter((person) => person.role);
  if (!state.user) state.user = humans[0].id;
  $("company").textContent = state.world.company;
  $("channel").textContent = state.world.channel.name;
  showStatus(state.world.serving);
  showCalendar(state.world.today);
  if (isShown("world", [state.world.people, state.world.commands])) return;
  $("who").replaceChildren(...humans.map((person) => make("option", { value: person.id, text: words().people[person.role] })));
  $("who").value = state.user;
  $("commands").replaceChildren(...state.world.commands.map((command) => make("button", {
    type: "button", "data-testid": "command", text: command, onclick: () => { $("composer").value = command; $("composer").focus(); },
  })));
}

async function refresh() {
  try {
    showWords();
    await showWorld();
    await Promise.all([showMessages(), showMailboxes()]);
  } catch (error) { showStatus(false); }
}

let running = false;
let again = false;
async function refreshSoon() {
  if (running) { again = true; return; }
  running = true;
  do { again = false; await refresh(); } while (again);
  running = false;
}

async function advance(button, days) {
  await doing(button, async () => { await ask("advance", { days }); await refreshSoon(); });
}

function listen() {
  $("compose").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = $("composer").value.trim();
    if (!text) return;
    $("composer").value = "";
    $("messages").scrollTop = $("messages").scrollHeight;
    await doing($("send"), async () => {
      const outcome = await ask("command", { user: state.user, text, where: state.tab });
      if (outcome.notice) toast(outcome.notice);
    });
  });
  $("who").addEventListener("change", () => { state.user = $("who").value; cards.clear(); refreshSoon(); });
  $("language").addEventListener("change", () => {
    state.language = $("language").value;
    localStorage.setItem("collector-language", state.language);
    state.shownLetters = "";
    refreshSoon();
    if (state.letter) openLetter(state.letter);
  });
  for (const tab of ["channel", "direct", "home"]) $(`tab-${tab}`).addEventListener("click", async () => {
    state.tab = tab;
    showWords();
    $("messages").replaceChildren();
    if (tab === "home") await doing(null, () => ask("home", { user: state.user }));
    await showMessages();
  });
  for (const view of ["html", "text", "headers"]) $(`show-${view}`).addEventListener("click", () => showView(view));
  $("mailbox-filter").addEventListener("input", () => showMailboxes());
  $("reply").addEventListener("submit", sendReply);
  $("reply-attach").addEventListener("change", async () => {
    state.files.push(...await Promise.all([...$("reply-attach").files].map(readFile)));
    $("reply-attach").value = "";
    showReplyFiles();
  });
  $("advance-1").addEventListener("click", () => advance($("advance-1"), 1));
  $("advance-7").addEventListener("click", () => advance($("advance-7"), 7));
  $("confirm-yes").addEventListener("click", () => $("confirm").close("yes"));
  $("confirm-no").addEventListener("click", () => $("confirm").close("no"));
  $("modal-form").addEventListener("submit", submitModal);
  $("modal-close").addEventListener("click", () => closeModal());
  $("modal").addEventListener("cancel", (event) => { event.preventDefault(); closeModal(); });
}

async function closeModal() {
  const view = $("modal").dataset.view;
  shownModal = "";
  $("modal").close("closed");
  await doing(null, () => ask("close", { user: state.user, view }));
  await showMessages();
}

async function begin() {
  const first = await ask("state");
  const asked = new URLSearchParams(location.search).get("language");
  const kept = asked || localStorage.getItem("collector-language") || first.language;
  state.language = WORDS[kept] ? kept : "fr";
  listen();
  await refreshSoon();
  const events = new EventSource("/sandbox/events");
  events.addEventListener("message", refreshSoon);
  events.addEventListener("open", refreshSoon);
  events.addEventListener("error", () => showStatus(false));
}

begin();

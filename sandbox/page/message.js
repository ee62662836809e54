// A message as a bubble: text with its entities, a picture, a file, buttons.

import { element } from "./dom.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
};

function wrap(entity, children, act) {
  const text = children.map((child) => child.textContent).join("");
  if (entity.type === "bot_command") {
    return element("button", { type: "button", className: "command", onclick: () => act.command(text) }, ...children);
  }
  if (entity.type === "text_link" || entity.type === "url") return link(entity.url ?? text, children, act);
  return element(TAGS[entity.type] ?? "span", {}, ...children);
}

// A link of the bot's own is followed here; any other opens elsewhere.
function link(url, children, act) {
  const onclick = (event) => { if (act.link(url)) event.preventDefault(); };
  return element("a", { href: url, rel: "noreferrer", target: "_blank", onclick }, ...children);
}

// Entities are sorted by offset and nest; offsets count UTF-16 units, as JavaScript does.
function formatted(text, entities, start, end, act) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const last = entity.offset + entity.length;
    if (entity.offset < at || last > end) continue;
    nodes.push(document.createTextNode(text.slice(at, entity.offset)));
    const inner = entities.slice(index + 1).filter((one) => one.offset + one.length <= last);
    nodes.push(wrap(entity, formatted(text, inner, entity.offset, last, act), act));
    at = last;
  }
  nodes.push(document.createTextNode(text.slice(at, end)));
  return nodes;
}

function picture(message) {
  if (!message.photo) return null;
  return element("img", { src: `/sandbox/file/${message.photo.at(-1).file_id}`, alt: "Картинка" });
}

function file(message) {
  if (!message.document) return null;
  const { file_id: id, file_name: name } = message.document;
  return element("a", { href: `/sandbox/file/${id}`, download: name }, `↓ ${name}`);
}

function keys(message, act, waiting) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const row = (buttons) => element("div", {}, ...buttons.map((button) => key(button, message, act, waiting)));
  return element("div", { className: "keys" }, ...rows.map(row));
}

function key(button, message, act, waiting) {
  const onclick = () => (button.url ? act.link(button.url) || window.open(button.url, "_blank", "noreferrer")
    : act.press(message, button.callback_data));
  const className = (button.url ? "link " : "") + (waiting ? "waiting" : "");
  return element("button", { type: "button", title: button.text, className, onclick }, button.text);
}

function marks(message, hour) {
  const via = message.via_bot ? `через @${message.via_bot.username} · ` : "";
  return via + (message.edit_date ? "изменено " : "") + hour(message.date) + (message._silent ? " · без звука" : "");
}

export function drawMessage(message, { act, isMine, isGroup, isWaiting, hour }) {
  const text = message.text ?? message.caption ?? (message.sticker ? message.sticker.emoji : "");
  const entities = message.entities ?? message.caption_entities ?? [];
  const words = formatted(text, entities, 0, text.length, act);
  const who = isGroup && !isMine ? element("span", { className: "who" }, message.from.first_name) : null;
  const bubble = element(
    "div", { className: "bubble" }, who, picture(message), file(message), ...words,
    element("span", { className: "when" }, marks(message, hour)),
  );
  return element("div", { className: `message${isMine ? " mine" : ""}` }, bubble, keys(message, act, isWaiting));
}

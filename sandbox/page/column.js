// One chat: somebody's own with the bot, or a group in which one chooses who speaks.

import * as api from "./api.js";
import { element } from "./dom.js";
import { InlineMode, inlineWords } from "./inline.js";
import { drawMessage } from "./message.js";

const TOAST_MS = 3500;
const moscow = new Intl.DateTimeFormat("ru", { timeZone: "Europe/Moscow", hour: "2-digit", minute: "2-digit" });
const hour = (seconds) => moscow.format(new Date(seconds * 1000));

function initials(name) {
  return name.split(" ").map((word) => word[0]).slice(0, 2).join("");
}

function colour(id) {
  return `hsl(${(Math.abs(id) * 67) % 360} 45% 45%)`;
}

export class Column {
  constructor(chat, person, warn) {
    this.chat = chat;
    this.person = person;
    this.warn = warn;
    this.seen = "";
    this.toasts = person ? person.toast_count : 0;
    this.build();
  }

  get isGroup() {
    return this.person === null;
  }

  get title() {
    return this.person?.name ?? this.chat.title;
  }

  build() {
    this.messages = element("div", { className: "messages", role: "log", tabIndex: 0 });
    this.messages.setAttribute("aria-label", `Переписка: ${this.title}`);
    this.isAtEnd = true;
    this.messages.addEventListener("scroll", () => this.noteEnd());
    this.messages.addEventListener("load", () => this.toEnd(), true);
    new ResizeObserver(() => this.toEnd()).observe(this.messages);
    this.input = element("textarea", { rows: 1, placeholder: "Сообщение", autocomplete: "off", oninput: () => this.offer() });
    this.input.addEventListener("keydown", (event) => this.sendOnEnter(event));
    this.input.setAttribute("aria-label", `Написать: ${this.title}`);
    this.menu = element("div", { className: "menu", hidden: true });
    this.inline = new InlineMode(this, (found) => this.fill(found), () => this.clear());
    this.speaker = element("select", { hidden: !this.isGroup });
    this.speaker.setAttribute("aria-label", "Кто пишет");
    this.toggle = element("button", { type: "button", onclick: () => this.switch() });
    const face = element("i", { className: "face", style: `background:${colour(this.chat.id)}` }, initials(this.title));
    const heading = element("h2", {}, face, element("span", {}, this.title), this.toggle);
    this.node = element("section", { className: "column" }, heading, this.messages, this.menu, this.form());
    this.node.setAttribute("aria-label", this.title);
  }

  form() {
    const commands = element("button", { type: "button", title: "Команды", onclick: () => this.offer(true) }, "/");
    const attach = element("input", { type: "file", onchange: (event) => this.sendFile(event.target) });
    attach.setAttribute("aria-label", "Приложить файл");
    const send = element("button", { type: "submit", title: "Отправить" }, "➤");
    const onsubmit = (event) => {
      event.preventDefault();
      this.say(this.input.value.trim());
    };
    const label = element("label", { title: "Приложить файл" }, "+", attach);
    return element("form", { className: "write", onsubmit }, this.speaker, commands, this.input, label, send);
  }

  // Shift and Enter begin a new line, as in Telegram.
  sendOnEnter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.say(this.input.value.trim());
  }

  get sender() {
    return this.person?.id ?? Number(this.speaker.value);
  }

  do(promise) {
    promise.catch((error) => this.warn(error.message));
  }

  say(text) {
    if (!text) return;
    this.clear();
    this.do(api.say({ person: this.sender, chat: this.chat.id, text }));
  }

  clear() {
    this.input.value = "";
    this.offer();
  }

  async sendFile(input) {
    const [chosen] = input.files;
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const kind = chosen.type.startsWith("image/") ? "photo" : "document";
    this.do(api.say({ person: this.sender, chat: this.chat.id, kind, name: chosen.name, file: btoa(binary) }));
    input.value = "";
  }

  offer(force = false) {
    const typed = this.input.value;
    this.input.rows = Math.min(typed.split("\n").length, 6);
    const words = force ? null : inlineWords(typed, this.bot);
    if (words !== null) {
      this.inline.ask(words);
      return;
    }
    const commands = this.person?.commands ?? [];
    const fitting = force ? commands : commands.filter((one) => typed.startsWith("/") && `/${one.command}`.startsWith(typed));
    this.fill(force && !this.menu.hidden ? [] : fitting.map((one) => element(
      "button", { type: "button", onclick: () => this.say(`/${one.command}`) },
      element("b", {}, `/${one.command}`), one.description,
    )));
  }

  fill(lines) {
    this.menu.hidden = lines.length === 0;
    this.menu.replaceChildren(...lines);
  }

  switch() {
    if (this.isGroup) this.do(api.admit(this.sender, this.chat.id, this.chat.bot === "left" ? "member" : "left"));
    else this.do(api.block(this.person.id, !this.person.blocked));
  }

  update(chat, person, people, bot) {
    this.chat = chat;
    this.person = person;
    this.bot = bot;
    this.toggle.textContent = this.switchWords();
    this.toggle.classList.toggle("on", this.isGroup || this.person.blocked);
    this.fillSpeakers(people);
    this.draw();
    this.showToasts();
  }

  switchWords() {
    if (this.isGroup) return this.chat.bot === "left" ? "Добавить бота" : "Убрать бота";
    return this.person.blocked ? "Разблокировать" : "Блокировать";
  }

  fillSpeakers(people) {
    if (!this.isGroup || this.speaker.options.length === people.length) return;
    const chosen = this.speaker.value;
    this.speaker.replaceChildren(...people.map((one) => element("option", { value: one.id }, one.name)));
    if (chosen) this.speaker.value = chosen;
  }

  draw() {
    const waiting = this.person?.waiting ?? [];
    const now = JSON.stringify([this.chat.messages, waiting, this.chat.bot]);
    if (now === this.seen) return;
    this.seen = now;
    const top = this.messages.scrollTop;
    const act = this.acts();
    const drawn = this.chat.messages.map((message) => drawMessage(message, {
      act, isMine: message.from.id === this.sender, isGroup: this.isGroup,
      isWaiting: waiting.includes(message.message_id), hour,
    }));
    this.messages.replaceChildren(...(drawn.length ? drawn : [this.hint()]));
    this.messages.scrollTop = top;
    this.toEnd();
  }

  // Whoever reads the newest message stays there, also when a hidden chat is shown or a picture arrives.
  toEnd() {
    if (this.isAtEnd) this.messages.scrollTop = this.messages.scrollHeight;
  }

  noteEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.messages;
    if (clientHeight) this.isAtEnd = scrollHeight - scrollTop - clientHeight < 80;
  }

  hint() {
    const isIn = this.isGroup && this.chat.bot !== "left";
    if (isIn) return element("p", { className: "hint" }, "Бот здесь: карточки можно присылать сюда.");
    if (this.isGroup) return element("p", { className: "hint" }, "Добавьте бота, чтобы присылать сюда карточки.");
    return element("p", { className: "hint" }, "Нажмите ", element(
      "button", { type: "button", onclick: () => this.say("/start") }, "Начать",
    ));
  }

  acts() {
    return {
      press: (message, data) => this.do(api.press(this.sender, message, data)),
      command: (text) => this.say(text),
      link: (url) => {
        const isOurs = url.startsWith(`https://t.me/${this.bot.username}?start=`);
        if (isOurs) this.do(api.follow(this.sender, url));
        return isOurs;
      },
    };
  }

  showToasts() {
    if (!this.person || this.person.toast_count === this.toasts) return;
    const fresh = this.person.toasts.slice(this.toasts - this.person.toast_count);
    this.toasts = this.person.toast_count;
    for (const toast of fresh) {
      if (toast.text) this.pop(toast);
      if (toast.url) this.acts().link(toast.url);
    }
  }

  pop({ text, alert }) {
    this.node.querySelector(".toast")?.remove();
    const popped = element("div", { className: `toast${alert ? " alert" : ""}`, role: alert ? "alertdialog" : "status" }, text);
    if (alert) popped.append(element("button", { type: "button", onclick: () => popped.remove() }, "Понятно"));
    else setTimeout(() => popped.remove(), TOAST_MS);
    this.node.append(popped);
  }
}

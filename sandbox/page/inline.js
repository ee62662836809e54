// Inline mode: words after the bot's name are asked of the bot; what it finds is offered, and a press sends it.

import * as api from "./api.js";
import { element } from "./dom.js";

const PAUSE_MS = 300;

// The words after «@name », or null where the text is none of the bot's business.
export function inlineWords(text, bot) {
  const start = `@${bot?.username} `;
  return text.startsWith(start) ? text.slice(start.length) : null;
}

export class InlineMode {
  // `show(buttons)` offers what was found; `sent()` is called when one was picked.
  constructor(column, show, sent) {
    this.column = column;
    this.show = show;
    this.sent = sent;
  }

  ask(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.column.do(this.find(words)), PAUSE_MS);
  }

  async find(words) {
    const { sender: person, chat: { id: chat } } = this.column;
    const isWanted = () => inlineWords(this.column.input.value, this.column.bot) === words;
    if (!isWanted()) return;
    const { question, results, button } = await api.inline({ person, chat, words });
    if (isWanted()) this.show([
      ...results.map((one, index) => this.line(one.title, one.description, () => api.pick({ person, question, index }))),
      ...(button ? [this.line(button.text, "", () => api.follow(person, this.link(button)))] : []),
    ]);
  }

  link(button) {
    return `https://t.me/${this.column.bot.username}?start=${button.start_parameter}`;
  }

  line(title, description, act) {
    const onclick = () => {
      this.sent();
      this.column.do(act());
    };
    return element("button", { type: "button", onclick }, element("b", {}, title), description);
  }
}

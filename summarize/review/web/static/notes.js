// Notes to colleagues on a sentence: shown with author and time, written in a line of their own.
import { post } from "./api.js";
import { button, element, plural, signed } from "./markup.js";

export class Notes {
  constructor(card) {
    this.card = card;
    this.node = card.node.querySelector(".notes");
    this.form = this.node.querySelector("form");
    this.field = this.form.querySelector("input");
    this.show(JSON.parse(this.node.dataset.notes));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.add();
    });
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  write() {
    this.form.hidden = false;
    this.field.focus();
  }

  // What is written stays in the line until it is kept.
  close() {
    this.card.node.focus();
    this.form.hidden = true;
  }

  async add() {
    const text = this.field.value.trim();
    if (!text) return this.close();
    if (!(await this.change("note", { text }))) return;
    this.field.value = "";
    this.close();
  }

  async change(path, data) {
    try {
      const { notes } = await post(path, { ...this.card.key, ...data });
      this.show(notes);
      this.card.page.tell(`${this.card.name}: ${plural(notes.length, "note")}`);
      return true;
    } catch (error) {
      this.card.fail(error);
      return false;
    }
  }

  show(notes) {
    this.count = notes.length;
    this.node.querySelector("ul").replaceChildren(...notes.map((note) => this.item(note)));
  }

  item(note) {
    const made = element("li", {}, note.text, " ", element("span", { class: "note" }, signed(note)));
    if (!note.own) return made;
    const remove = button("Remove", () => {
      this.card.node.focus();
      this.change("unnote", { number: note.number });
    });
    remove.setAttribute("aria-label", `Remove the note: ${note.text}`);
    made.append(" ", remove);
    return made;
  }
}

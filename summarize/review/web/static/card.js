// One segment: its text, its state, and what is under way. Changes of one segment never overtake
// each other, and a text that could not be saved stays where it was typed.
import { askEntry } from "./adding.js";
import { get, post } from "./api.js";
import { showAids } from "./aids.js";
import { showConflict } from "./conflict.js";
import { findings, plural } from "./markup.js";
import { Notes } from "./notes.js";

const PAUSE = 400; // milliseconds without typing until the text is checked

export class Card {
  constructor(node, page) {
    Object.assign(this, { node, page, id: node.id, name: node.dataset.name });
    this.version = Number(node.dataset.version);
    this.text = node.querySelector("textarea");
    this.marks = node.querySelector(".marks");
    this.notes = new Notes(this);
    this.saved = this.text.value;
    this.draft = this.text.dataset.draft;
    this.rival = null; // the text of somebody else that stands, while the person has to choose
    this.insist = false; // the errors are known: the next approval is meant
    this.queue = Promise.resolve();
    this.listen();
  }

  get state() { return this.node.dataset.state; }
  get opened() { return this.node.dataset.opened === "true"; }
  get isChanged() { return this.text.value !== this.saved; }
  get isMachine() { // a draft in which a name was changed is still one
    return this.state === "draft" || (this.state === "needs-work" && this.saved === this.draft);
  }
  get level() { return this.isMachine ? this.node.dataset.level || "" : ""; }
  get sure() { return Number(this.node.dataset.sure || 1); }
  get changed() { return this.node.dataset.changed; }
  get names() { return JSON.parse(this.node.dataset.names); }
  get key() { return { article: this.page.article, id: this.id }; }
  get asItIs() { return { ...this.key, version: this.version, target: this.text.value }; }

  listen() {
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("blur", () => this.save());
    this.node.addEventListener("focusin", () => this.page.enter(this));
    this.node.addEventListener("click", (event) => {
      const wanted = event.target.closest("[data-do]");
      if (wanted) this[wanted.dataset.do]();
    });
  }

  typed() {
    this.insist = false;
    this.underline();
    this.tell(this.isChanged ? "not saved yet" : "");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  async check() {
    const target = this.text.value;
    try {
      const answer = await post("check", { ...this.key, target });
      if (target !== this.text.value) return; // typed on meanwhile
      this.show(answer.findings);
      this.page.tell(`${this.name}: ${plural(answer.findings.length, "finding")}`);
    } catch (error) {
      this.fail(error);
    }
  }

  // -- changing ---------------------------------------------------------------------------------

  save() { return this.isChanged ? this.change({}) : this.queue; }

  approve() {
    const wanted = this.state === "approved" && !this.isChanged ? this.unapproved() : "approved";
    return this.change({ state: wanted });
  }

  doubt() {
    return this.change({ state: this.state === "needs-work" ? this.unapproved() : "needs-work" });
  }

  unapproved() { return this.text.value === this.draft ? "draft" : "edited"; }

  // The text and the version are read when it is its turn: what is before it may change them.
  change(wanted) {
    return this.inTurn(async () => {
      if (this.rival) return this.page.tell("Choose one of the two texts first");
      if (!this.isChanged && wanted.state === undefined) return;
      const edit = { ...this.asItIs, ...wanted };
      const asked = { edits: [edit], force: this.insist, spread: this.page.spreads };
      this.take(await post("change", asked), edit);
    });
  }

  undo() {
    if (this.isChanged) this.save();
    return this.inTurn(async () => {
      if (this.rival) return;
      const target = this.saved; // what is typed from now on stays
      this.take(await post("undo", { ...this.key, version: this.version }), { target });
    });
  }

  // A name is settled for good: in the glossary, and in every sentence that has it as this one.
  settle(name, khmer) {
    if (this.isChanged) this.save();
    return this.inTurn(async () => {
      if (this.rival || this.isChanged) return this.page.tell("The text is to be saved first");
      const target = this.saved;
      const answer = await post("name", { ...this.key, version: this.version, name, khmer });
      if (answer.results.length) return this.take(answer, { target });
      this.page.renamed(answer);
      this.aided = false;
      this.page.tell(settled(name, khmer, answer));
      await this.help();
    });
  }

  unfold() {
    const wordings = this.node.querySelector(".wordings");
    if (!wordings) return this.page.tell("There are no other wordings");
    wordings.open = !wordings.open;
    if (wordings.open) wordings.querySelector("button").focus();
  }

  choose(number) { this.node.querySelector(`.aids [data-key="${number}"]`)?.click(); }

  // What a person has had open, and approves or has approved, may enter the memory.
  open() {
    return this.inTurn(async () => {
      if (this.opened || this.rival) return;
      const { segment } = await post("open", { ...this.key, version: this.version });
      if (segment.version === this.version) this.mark(segment);
    }, (error) => this.page.tell(error.message));
  }

  inTurn(action, failed = (error) => this.fail(error)) {
    this.queue = this.queue.then(action).catch(failed);
    return this.queue;
  }

  // -- answers ----------------------------------------------------------------------------------

  take(answer, edit) {
    const [result] = answer.results;
    this[result.result](result, edit);
    this.page.stand(answer);
    if (answer.spread?.count) this.followed(answer);
  }

  followed(answer) {
    this.page.standAs(answer.spread.segments);
    const others = `${plural(answer.spread.count, "other sentence")} with the same English`;
    this.tell(`saved; ${others} approved as well`);
    this.page.tell(`${this.name}: approved, saved; ${others} approved as well`);
  }

  done({ segment }, edit) {
    const typedOn = edit.target !== undefined && this.text.value !== edit.target;
    if (!typedOn) clearTimeout(this.timer); // the answer has the findings
    this.stand(segment, typedOn);
    this.insist = false;
    this.tell(typedOn ? "not saved yet" : "saved");
    this.page.tell(`${this.name}: ${segment.state.replace("-", " ")}, saved`);
  }

  errors({ errors }) {
    this.show(errors);
    this.insist = true;
    const message = `${plural(errors.length, "error")}. Approve again if it is right all the same.`;
    this.tell(message);
    this.page.tell(`${this.name}: ${message}`);
  }

  left() { this.tell("not approved: it is to be read first"); }

  conflict(result, edit) {
    this.rival = result.segment;
    this.tell("not saved");
    showConflict(this, result, edit);
  }

  gone() { this.tell("not saved: the results no longer have this sentence. Copy your text."); }
  nothing() { this.tell("nothing to undo"); this.page.tell("Nothing to undo"); }

  // -- showing ----------------------------------------------------------------------------------

  stand(segment, keepText = false) {
    this.aided = false; // the aids look at the text
    this.version = segment.version;
    this.saved = segment.target;
    this.draft = segment.draft;
    if (!keepText) this.text.value = segment.target;
    this.node.dataset.changed = segment.who ? segment.when : "";
    this.mark(segment);
    this.press("approve", segment.state === "approved");
    this.press("doubt", segment.state === "needs-work");
    this.underline();
    this.page.fit(this.text);
  }

  // The marks are of the machine's text: over another they would be in the wrong places.
  underline() {
    if (!this.marks) return;
    this.marks.hidden = this.text.value !== this.marks.textContent;
    this.node.querySelector(".doubts").hidden = this.marks.hidden;
  }

  mark({ state, opened }) {
    this.node.dataset.state = state;
    this.node.dataset.opened = String(opened);
    const unopened = state === "approved" && !opened ? ", not opened" : "";
    this.node.querySelector(".state").textContent = state.replace("-", " ") + unopened;
  }

  press(name, on) {
    this.node.querySelector(`[data-do=${name}]`).setAttribute("aria-pressed", String(on));
  }

  show(list) { this.node.querySelector(".findings").replaceChildren(...findings(list)); }
  tell(message) { this.node.querySelector(".told").textContent = message; }

  fail(error) {
    this.tell(`not saved: ${error.message}`);
    this.page.tell(error.message);
  }

  put(text) {
    if (text !== this.text.value) this.text.value = text; // setting it moves the cursor to the end
    this.page.fit(this.text);
    this.text.focus();
    this.typed();
  }

  async enter() {
    this.page.fit(this.text);
    this.open();
    await this.help();
  }

  async help() {
    if (this.aided) return;
    this.aided = true;
    try {
      showAids(this, await get("aids", this.key));
    } catch (error) {
      this.aided = false;
      this.page.tell(error.message);
    }
  }

  add() { askEntry(this); }
  note() { this.notes.write(); }
  history() { this.page.showHistory(this); }
}

function settled(name, khmer, { count, again, left }) {
  const parts = [`${name} is ${khmer} from now on. ${plural(count, "sentence")} changed`];
  if (again) parts.push(`${again} to be approved again`);
  if (left) parts.push(`${left} not: somebody else was quicker`);
  return parts.join("; ");
}

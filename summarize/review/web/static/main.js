// The page of an article: keys, filter, search, approving many, and what the cards share.
import { get, post } from "./api.js";
import { Card } from "./card.js";
import { Effort } from "./effort.js";
import { fits, offerTime } from "./filter.js";
import { showHistory } from "./history.js";
import { listenToKeys } from "./keys.js";
import { Links } from "./links.js";
import { plural } from "./markup.js";
import { Order } from "./order.js";
import { askReplacing } from "./replacing.js";

const SPREAD = "summarize-review-spread";
const byId = (id) => document.getElementById(id);

class Page {
  constructor() {
    this.article = byId("story").dataset.article;
    this.cards = [...document.querySelectorAll(".card")].map((node) => new Card(node, this));
    this.current = null;
    this.found = null; // ids that the search allows, null for all
    this.links = new Links(this.cards, (card) => this.go(card));
    for (const card of this.cards) this.fit(card.text);
    this.order = new Order(this.cards, (cards, name) => {
      this.cards = cards;
      this.tell(`Order: ${name}`);
    });
    this.listen();
    this.effort = new Effort(this);
    this.fromAddress();
  }

  get spreads() { return byId("spread").checked; }

  listen() {
    byId("show").addEventListener("change", () => this.filter());
    byId("since").addEventListener("change", () => this.filter());
    byId("search").addEventListener("input", () => this.searchSoon());
    byId("next").addEventListener("click", () => this.next());
    byId("bulk").addEventListener("click", () => this.askBulk());
    byId("replace").addEventListener("click", () => askReplacing(this));
    byId("help").addEventListener("click", () => byId("keys").showModal());
    byId("spread").checked = localStorage.getItem(SPREAD) !== "off";
    byId("spread").addEventListener("change", () => {
      localStorage.setItem(SPREAD, this.spreads ? "on" : "off");
    });
    byId("all").addEventListener("click", () => this.showAll());
    byId("sure").addEventListener("close", () => this.approveMany());
    new ResizeObserver(() => {
      document.documentElement.style.setProperty("--bar", `${byId("bar").offsetHeight}px`);
    }).observe(byId("bar"));
    addEventListener("hashchange", () => this.fromAddress());
    addEventListener("resize", () => this.cards.forEach((card) => this.fit(card.text)));
    addEventListener("visibilitychange", () => { // phones close pages without asking
      if (document.hidden) for (const card of this.cards) card.save();
    });
    addEventListener("beforeunload", (event) => {
      if (this.cards.some((card) => card.isChanged)) event.preventDefault();
    });
  }

  // -- going around -----------------------------------------------------------------------------

  get shown() { return this.cards.filter((card) => !card.node.hidden); }

  fromAddress() {
    const card = this.cards.find((one) => one.id === location.hash.slice(1));
    if (card) this.go(card);
  }

  go(card) {
    if (!card) return;
    card.node.focus({ preventScroll: true });
    card.node.scrollIntoView({ block: "nearest" });
  }

  step(by) {
    const place = this.shown.indexOf(this.current);
    this.go(place < 0 ? this.shown[0] : this.shown[place + by]);
  }

  next() {
    const start = this.shown.indexOf(this.current) + 1;
    const order = [...this.shown.slice(start), ...this.shown.slice(0, start)];
    const open = order.find((card) => card.state !== "approved" && card !== this.current);
    if (open) this.go(open);
    else this.tell("No other sentence is left to do");
  }

  enter(card) {
    if (this.current === card) return;
    this.current = card;
    this.links.fromCard(card);
    card.enter();
  }

  // -- filter and search ------------------------------------------------------------------------

  filter() {
    const wanted = byId("show").value;
    offerTime(wanted);
    for (const card of this.cards) {
      const wantsIt = fits(card, wanted) && (!this.found || this.found.includes(card.id));
      card.node.hidden = !wantsIt && !card.isChanged; // what is not saved stays in sight
    }
    byId("none").hidden = this.shown.length > 0;
    this.tell(`${plural(this.shown.length, "sentence")} shown`);
  }

  searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), 250);
  }

  async search() {
    const q = byId("search").value.trim();
    const answer = q ? await get("matching", { article: this.article, q }) : null;
    this.found = answer && answer.ids;
    this.filter();
  }

  showAll() {
    byId("show").value = byId("search").value = "";
    this.found = null;
    this.filter();
    this.step(1);
  }

  // -- approving many ---------------------------------------------------------------------------

  // The program says which can be; a text that is not saved yet is the person's own to approve.
  async askBulk() {
    try {
      const { ids, left } = await get("approvable", { article: this.article });
      const cards = this.cards.filter((one) => ids.includes(one.id) && !one.isChanged && !one.rival);
      const rest = left.count ? ` ${left.count} stay as they are: ${left.told}.` : "";
      if (!cards.length) return this.tell(`No clean sentence is left to approve.${rest}`);
      this.asked = cards;
      byId("sure-text").textContent = `${plural(cards.length, "sentence")} will be approved by you.${rest}`;
      byId("sure").returnValue = "no";
      byId("sure").showModal();
    } catch (error) {
      this.tell(error.message);
    }
  }

  async approveMany() {
    if (byId("sure").returnValue !== "yes") return;
    const cards = this.asked.filter((card) => !card.isChanged && !card.rival);
    if (!cards.length) return;
    const edits = cards.map((card) => ({ ...card.asItIs, state: "approved" }));
    try {
      const answer = await post("change", { edits, bulk: true });
      answer.results.forEach((result, place) => cards[place][result.result](result, edits[place]));
      this.stand(answer);
      const done = answer.results.filter((result) => result.result === "done").length;
      this.tell(`${plural(done, "sentence")} approved`);
    } catch (error) {
      this.tell(error.message);
    }
  }

  // -- what the cards share ---------------------------------------------------------------------

  // What the program says of the whole article after a change; texts being typed are not its matter.
  stand({ findings, states, words }) {
    for (const card of this.cards) if (!card.isChanged) card.show(findings[card.id] || []);
    const approved = states.approved || 0; // others may be at work as well
    byId("progress").value = approved;
    byId("words").textContent = words;
    byId("count").textContent = `${approved} of ${this.cards.length} approved`;
  }

  // A name or a text was changed in these; where somebody is typing, their next saving will ask.
  renamed(answer) {
    this.standAs(answer.segments);
    this.stand(answer);
  }

  standAs(segments) {
    for (const segment of segments) {
      const card = this.cards.find((one) => one.id === segment.id);
      if (card && !card.isChanged && !card.rival) card.stand(segment);
    }
  }

  async refresh(card) {
    const { findings } = await post("check", { ...card.key, target: card.text.value });
    card.show(findings);
  }

  showHistory(card) { showHistory(card).catch((error) => this.tell(error.message)); }
  tell(message) { byId("status").textContent = message; }

  // As tall as its text, where the browser does not do it by itself.
  fit(area) {
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }
}

listenToKeys(new Page());

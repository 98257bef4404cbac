// The order of the sentences: as in the document, or the least sure first. The address keeps it, and
// the browser remembers it for other articles.
const KEPT = "summarize-review-order";
const LEVELS = ["wrong", "check", "usable", ""]; // what people wrote or approved comes last

export class Order {
  constructor(cards, changed) {
    Object.assign(this, { inDocument: [...cards], changed });
    this.choice = document.getElementById("order");
    this.list = document.querySelector(".cards");
    const asked = new URLSearchParams(location.search).get("order");
    this.choice.value = (asked ?? localStorage.getItem(KEPT)) === "unsure" ? "unsure" : "";
    this.choice.addEventListener("change", () => this.keep());
    if (this.choice.value) this.apply();
  }

  other() {
    this.choice.value = this.choice.value ? "" : "unsure";
    this.keep();
  }

  keep() {
    localStorage.setItem(KEPT, this.choice.value || "document");
    this.apply();
  }

  apply() {
    const address = new URL(location.href);
    address.searchParams.set("order", this.choice.value || "document");
    history.replaceState(history.state, "", address);
    const cards = this.choice.value ? [...this.inDocument].sort(lessSure) : this.inDocument;
    const focus = document.activeElement;
    this.list.append(...cards.map((card) => card.node));
    focus.focus({ preventScroll: true }); // an element that moves loses it
    this.changed(cards, this.choice.selectedOptions[0].textContent);
  }
}

const lessSure = (one, other) =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || one.sure - other.sure;

// Somebody else has changed the segment meanwhile: both texts are shown, and the person chooses.
import { button, difference, element, signed } from "./markup.js";

export function showConflict(card, { segment, pieces }, edit) {
  const panel = card.node.querySelector(".conflict");
  const close = () => {
    panel.hidden = true;
    panel.replaceChildren();
    card.rival = null;
    card.text.focus();
  };
  const keepMine = () => {
    const mine = card.text.value;
    card.stand(segment);
    card.text.value = mine;
    close();
    card.tell("");
    card.change({ state: edit.state });
  };
  const takeTheirs = () => {
    card.stand(segment);
    close();
    card.tell("");
    card.open();
    card.page.refresh(card);
  };
  panel.replaceChildren(
    element("p", {}, element("strong", {}, "Changed meanwhile "), `by ${signed(segment)}.`),
    element("p", { class: "note" }, "Theirs:"),
    element("p", { lang: "km" }, segment.target),
    element("p", { class: "note" }, "What yours would change in it:"),
    difference(pieces, "km"),
    button("Keep mine", keepMine),
    " ",
    button("Take theirs", takeTheirs),
  );
  panel.hidden = false;
}

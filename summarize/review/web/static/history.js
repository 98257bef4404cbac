// Every version of a segment in a dialog, the last first, with what it changed.
import { get } from "./api.js";
import { button, difference, element, signed } from "./markup.js";

export async function showHistory(card) {
  const dialog = document.getElementById("history");
  const { versions } = await get("history", card.key);
  const use = (version) => {
    dialog.close();
    card.put(version.target);
  };
  document.getElementById("history-title").textContent = `History of ${card.name.toLowerCase()}`;
  document.getElementById("versions").replaceChildren(...versions.map((v) => item(v, use)));
  dialog.showModal();
}

function item(version, use) {
  const changed = version.distance ? `, ${Math.round(version.distance * 100)}% from the draft` : "";
  const why = version.note ? `; ${version.note}` : "";
  const again = button("Use this text", () => use(version));
  again.setAttribute("aria-label", `Use the text of version ${version.version}`);
  return element(
    "li", {},
    element("p", { class: "note" }, `${version.state.replace("-", " ")}: ${signed(version)}${changed}${why}`),
    difference(version.pieces, "km"),
    again,
  );
}

"use strict";
const told = document.getElementById("told");
let unsaved = false;

/* What was typed lives outside the markup until it is written into it. */
function keepTyped() {
  for (const field of document.querySelectorAll("textarea")) field.textContent = "\n" + field.value;
  for (const option of document.querySelectorAll("option")) {
    option.toggleAttribute("selected", option.selected);
  }
}

function save() {
  keepTyped();
  told.textContent = "Change the Khmer, then save this page as a file.";
  const page = "<!doctype html>\n" + document.documentElement.outerHTML + "\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = decodeURIComponent(location.pathname.split("/").pop()) || "review.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved = false;
  told.textContent = "Saved as a new file, in the folder for downloads: send that one back.";
}

document.addEventListener("input", (event) => {
  unsaved = true;
  told.textContent = "There are changes that are not saved.";
  const chosen = event.target.closest("section").querySelector("select");
  if (event.target.matches("textarea") && chosen.value !== "edited") chosen.value = "edited";
});
document.getElementById("save").addEventListener("click", save);
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    save();
  }
});
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

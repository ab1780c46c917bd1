"""What a report's tables can do: be sorted by a column and filtered by words. Nothing else, and nothing is fetched."""

from base64 import b64encode
from hashlib import sha256

SCRIPT = """
document.documentElement.classList.add("js");
for (const table of document.querySelectorAll("table.lively")) {
  const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
  const value = (row, index) => {
    const cell = row.cells[index];
    return "v" in cell.dataset ? Number(cell.dataset.v) : cell.textContent.trim().toLowerCase();
  };
  heads.forEach((head, index) => head.firstElementChild.addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") === "descending" ||
      (!head.hasAttribute("aria-sort") && typeof value(body.rows[0], index) === "string");
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const rows = [...body.rows].map((row) => [value(row, index), row]);
    rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1));
    body.append(...rows.map(([, row]) => row));
  }));
}
for (const form of document.querySelectorAll(".filter")) {
  const rows = [...form.nextElementSibling.querySelectorAll("tbody tr")];
  const words = form.querySelector("input"), only = form.querySelector("select"), told = form.querySelector("output");
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean), kind = only ? only.value : "";
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = kind === "" || (row.dataset.k || "").split("|").includes(kind);
      row.hidden = !(fits && wanted.every((word) => text.includes(word)));
      shown += row.hidden ? 0 : 1;
    }
    told.textContent = shown + " of " + rows.length;
  };
  words.addEventListener("input", filter);
  if (only) only.addEventListener("change", filter);
  filter();
}
"""
ALLOWED = "sha256-" + b64encode(sha256(SCRIPT.encode()).digest()).decode()
"""What a page's policy names, so that this script runs and no other."""

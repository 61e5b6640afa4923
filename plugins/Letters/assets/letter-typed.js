// A lost connection costs no answer: without one the form stays as it is, and what was sent in vain stands in it again. It is kept in this tab alone, until the next page is there.
const drawer = "surat-diketik";
const typed = document.querySelector("form[data-typed]");
const notice = document.querySelector("[data-offline]");

putBack(JSON.parse(sessionStorage.getItem(drawer)));
for (const form of document.querySelectorAll("main form[method=post]")) form.addEventListener("submit", event => send(event, form));
addEventListener("online", () => { notice.hidden = true; });

function send(event, form) {
  if (form === typed) sessionStorage.setItem(drawer, JSON.stringify({ address: form.action, answers: Object.fromEntries(new FormData(form)) }));
  if (navigator.onLine) return;
  event.preventDefault();
  notice.hidden = false;
}

function putBack(kept) {
  sessionStorage.removeItem(drawer);
  if (!typed || kept?.address !== typed.action) return;
  for (const field of typed.elements) {
    if (field.type === "radio") field.checked = kept.answers[field.name] === field.value;
    else if (field.name && field.type !== "hidden") field.value = kept.answers[field.name] ?? field.value;
  }
}

// Keeps what is typed, some seconds after a change, and tells who else has the article open.
const wait = 5000;
const pulse = 60000;
const form = document.querySelector("form[data-editor]");
const status = form.querySelector("[data-kept]");
const others = document.querySelector("[data-others]");
const texts = document.getElementById("teks").dataset;
let timer = null;

for (const select of texts.pickFrom ? form.querySelectorAll("select[name=picture], select[name=gallery_picture]") : [])
  Object.assign(select.dataset, { pick: texts.pickFrom, choose: texts.choose, close: texts.cancel });

form.addEventListener("input", () => { timer ??= setTimeout(() => keep(""), wait); });
form.addEventListener("submit", () => {
  clearTimeout(timer);
  timer = 0;
});
setInterval(() => keep("?terbuka"), pulse);
keep("?terbuka");

async function keep(kind) {
  if (kind === "") timer = null;
  try {
    const answer = await fetch(form.dataset.keep + kind, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) throw new Error(answer.status);
    tell((await answer.json()).others);
    if (kind === "") status.textContent = status.dataset.saved;
  } catch {
    // The line is down for a moment, or the text is too long; the next change tries again.
    if (kind === "") status.textContent = status.dataset.failed;
  }
}

function tell(names) {
  others.hidden = names.length === 0;
  others.textContent = names.length === 0 ? "" : others.dataset.text.replace("{0}", names.join(", "));
}

// The library: uploads several files one after the other with progress, takes what is dropped, and shows pictures once they are prepared.
// Without it the form uploads, and a link looks again.
const pause = 1500;

for (const form of document.querySelectorAll("form[data-upload]")) {
  const list = form.querySelector("[data-uploads]");
  const inputs = [...form.querySelectorAll("input[type=file]")];
  form.classList.add("drop");

  form.addEventListener("submit", event => {
    const files = inputs.flatMap(input => [...input.files]);
    if (files.length === 0) return;
    event.preventDefault();
    send(files);
  });
  form.addEventListener("dragover", event => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", event => {
    event.preventDefault();
    form.classList.remove("over");
    send([...event.dataTransfer.files]);
  });

  async function send(files) {
    const button = form.querySelector("button");
    button.disabled = true;
    list.replaceChildren();
    const answers = [];
    for (const file of files) answers.push(await sendOne(file, files.length === 1));
    button.disabled = false;
    if (answers.some(answer => !answer)) return look();
    const incomplete = answers.some(answer => answer.files.some(kept => kept.needsAlt));
    location.assign(incomplete ? form.action + "/lengkapi" : form.action);
  }

  // Null where something was not taken; its line says why.
  function sendOne(file, isOnly) {
    const line = list.appendChild(document.createElement("li"));
    line.append(file.name + " ");
    const bar = line.appendChild(document.createElement("progress"));
    bar.setAttribute("aria-label", file.name);
    bar.max = 100;
    return new Promise(done => {
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", event => { bar.value = event.lengthComputable ? 100 * event.loaded / event.total : 0; });
      request.addEventListener("loadend", () => {
        bar.remove();
        const kept = request.response?.files?.[0];
        const problem = kept ? kept.problem : form.dataset.failed;
        if (problem) line.append(Object.assign(document.createElement("span"), { className: "error", textContent: problem }));
        else line.append("✓");
        done(problem ? null : request.response);
      });
      request.send(bodyOf(file, isOnly));
    });
  }

  // Fields first: the token has to come before the file. What one field says of a picture is not said of several.
  function bodyOf(file, isOnly) {
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && (isOnly || !["alt", "is_decorative"].includes(name))) body.append(name, value);
    }
    body.append("files", file, file.name);
    return body;
  }
}

const library = document.querySelector("[data-library]");
if (library?.querySelector("[data-preparing]")) setTimeout(look, pause);

async function look() {
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-library]");
    if (answer.ok && next && !library.contains(document.activeElement)) library.replaceChildren(...next.childNodes);
  } catch {
    // The line is down for a moment; the next look tells.
  }
  if (library.querySelector("[data-preparing]")) setTimeout(look, pause);
}

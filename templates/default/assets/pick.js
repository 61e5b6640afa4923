// Chooses a picture or document of the village's library by sight. Without it the list of names does.
for (const select of document.querySelectorAll("select[data-pick]")) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "second small", textContent: select.dataset.choose });
  select.after(button);
  button.addEventListener("click", () => open(select));
  select.addEventListener("change", () => show(select, null));
}

function open(select) {
  const dialog = document.createElement("dialog");
  dialog.className = "picker";
  dialog.setAttribute("aria-label", select.dataset.choose);
  const place = dialog.appendChild(document.createElement("div"));
  const close = dialog.appendChild(document.createElement("button"));
  Object.assign(close, { type: "button", className: "second small", textContent: select.dataset.close });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => {
    const choice = event.target.closest("[data-id]");
    const link = event.target.closest(".pages a");
    if (choice) take(choice);
    if (!link) return;
    event.preventDefault();
    load(link.href);
  });
  dialog.addEventListener("submit", event => {
    event.preventDefault();
    load(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
  });
  document.body.append(dialog);
  dialog.showModal();
  load(select.dataset.pick);

  async function load(address) {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.querySelector("[data-picks]")?.childNodes ?? []);
  }

  function take(choice) {
    const { id, name } = choice.dataset;
    if (![...select.options].some(option => option.value === id)) select.add(new Option(name, id));
    select.value = id;
    show(select, choice.querySelector("picture, img"));
    dialog.close();
    select.focus();
  }
}

// What was chosen from the list of names has no picture here until the form is saved.
function show(select, picture) {
  const place = select.closest(".field").querySelector("[data-chosen]");
  place?.replaceChildren(...picture ? [picture.cloneNode(true)] : []);
}

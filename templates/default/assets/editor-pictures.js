// Pictures for the text: uploaded into the village's library or chosen from it, never without a description.
import { attachmentOf } from "./editor-html.js";

const texts = document.getElementById("teks").dataset;
const pause = 700;
const tries = 120;

/** Asks what the picture shows, uploads it, and puts it where the cursor was. */
export async function uploadPicture({ form, editor: { editor }, status }, file) {
  const place = editor.getSelectedRange();
  const alt = await ask(file);
  if (!alt) return;
  status.textContent = texts.uploading;
  try {
    const kept = await send(form, file, alt);
    const picture = await prepared(kept);
    status.textContent = "";
    insert(editor, place, kept.address, alt, picture.width, picture.height);
  } catch (problem) {
    status.textContent = problem.message || texts.failed;
  }
}

/** Shows the library and puts in what is chosen. */
export function choosePicture({ editor: { editor } }) {
  const place = editor.getSelectedRange();
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.className = "picker";
  dialog.setAttribute("aria-label", texts.choose);
  const list = dialog.appendChild(document.createElement("div"));
  dialog.append(button(texts.cancel, () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("submit", event => {
    event.preventDefault();
    load(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
  });
  dialog.addEventListener("click", event => {
    const link = event.target.closest(".pages a");
    if (link) event.preventDefault();
    if (link) return load(link.href);
    const choice = event.target.closest("[data-id]")?.dataset;
    if (!choice) return;
    dialog.close();
    insert(editor, place, choice.address, choice.alt, choice.width, choice.height);
  });
  dialog.showModal();
  load(texts.pickFrom);

  async function load(address) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    list.replaceChildren(...page.querySelector("[data-picks]")?.childNodes ?? []);
  }
}

function insert(editor, place, url, alt, width, height) {
  editor.setSelectedRange(place);
  editor.insertAttachment(new Trix.Attachment(attachmentOf(url, alt, width, height)));
}

function ask(file) {
  return new Promise(done => {
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.className = "picker";
    const form = dialog.appendChild(document.createElement("form"));
    form.method = "dialog";
    const field = form.appendChild(document.createElement("p"));
    field.className = "field";
    const label = field.appendChild(document.createElement("label"));
    Object.assign(label, { htmlFor: "alt-baru", textContent: texts.alt });
    const hint = field.appendChild(document.createElement("span"));
    Object.assign(hint, { className: "hint", id: "alt-baru-hint", textContent: `${texts.altHint} (${file.name})` });
    const input = field.appendChild(document.createElement("input"));
    Object.assign(input, { id: "alt-baru", required: true, maxLength: 250 });
    input.setAttribute("aria-describedby", hint.id);
    const actions = form.appendChild(document.createElement("p"));
    actions.className = "actions";
    const send = actions.appendChild(document.createElement("button"));
    Object.assign(send, { value: "yes", textContent: texts.insert });
    actions.append(button(texts.cancel, () => dialog.close("")));
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue === "yes" ? input.value.trim() : "");
    });
    dialog.showModal();
    input.focus();
  });
}

function button(text, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "second", textContent: text });
  made.addEventListener("click", press);
  return made;
}

// The token has to come before the file.
async function send(form, file, alt) {
  const body = new FormData();
  body.append("_form", form.elements._form.value);
  body.append("alt", alt);
  body.append("files", file, file.name);
  const answer = await fetch(texts.uploadTo, { method: "POST", body, headers: { Accept: "application/json" } });
  const [kept] = (await answer.json()).files ?? [];
  if (!kept || kept.problem) throw new Error(kept?.problem);
  return kept;
}

async function prepared(kept) {
  for (let turn = 0; turn < tries; turn++) {
    const state = await (await fetch(kept.state, { headers: { Accept: "application/json" } })).json();
    if (state.isBroken) throw new Error(texts.failed);
    if (state.isReady) return state.sizes.at(-1);
    await new Promise(done => setTimeout(done, pause));
  }
  throw new Error(texts.failed);
}

// The editor over each plain field of HTML: it starts from the field's HTML and writes clean HTML back into it. Without it the field itself is written in.
import { fromEditor, isEditable, toEditor } from "./editor-html.js";
import { choosePicture, uploadPicture } from "./editor-pictures.js";

const texts = document.getElementById("teks").dataset;

adoptStyles();
configure();
for (const field of document.querySelectorAll("textarea[data-editor]:enabled")) isEditable(field.value) ? start(field) : tellWhy(field);

function adoptStyles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(window.editorStyles.map(style => style.textContent).join("\n"));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function configure() {
  Object.assign(Trix.config.lang, {
    bold: texts.bold, italic: texts.italic, strike: texts.strike, link: texts.link, heading1: texts.heading, quote: texts.quote,
    bullets: texts.bullets, numbers: texts.numbers, code: texts.code, outdent: texts.outdent, indent: texts.indent, undo: texts.undo,
    redo: texts.redo, unlink: texts.unlink, url: texts.url, urlPlaceholder: "https://", remove: texts.remove, captionPlaceholder: texts.caption,
  });
  Trix.config.blockAttributes.heading1.tagName = "h2";
  Trix.config.blockAttributes.heading2 = { ...Trix.config.blockAttributes.heading1, tagName: "h3" };
  for (const tagName of ["u", "sup", "sub"]) Trix.config.textAttributes[tagName] = { tagName, inheritable: true };
}

function tellWhy(field) {
  const hint = Object.assign(document.createElement("span"), { className: "hint", id: field.id + "-polos", textContent: texts.asHtml });
  field.before(hint);
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), hint.id].filter(Boolean).join(" "));
}

function start(field) {
  const input = Object.assign(document.createElement("input"), { type: "hidden", id: field.id + "-tulisan", value: toEditor(field.value) });
  const editor = document.createElement("trix-editor");
  editor.setAttribute("input", input.id);
  editor.setAttribute("aria-label", field.labels[0].textContent);
  const described = field.getAttribute("aria-describedby");
  if (described) editor.setAttribute("aria-describedby", described);
  editor.classList.toggle("tall", field.rows > 12);
  // What is hidden can't be filled in where the browser asks for it; the host says what is missing.
  Object.assign(field, { hidden: true, required: false });
  for (const hint of field.closest(".field").querySelectorAll("[data-plain]")) hint.hidden = true;
  field.after(input, editor);
  const place = { form: field.form, editor, status: field.form.querySelector("[data-kept]") ?? statusAfter(editor) };
  let before = null;
  editor.addEventListener("trix-initialize", () => {
    before = fromEditor(editor.value);
    openTools(editor);
    if (texts.uploadTo) addTools(place);
  });
  editor.addEventListener("trix-change", () => {
    const html = fromEditor(editor.value);
    if (before === null || html === before) return;
    field.value = before = html;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  editor.addEventListener("trix-file-accept", event => {
    event.preventDefault();
    if (texts.uploadTo && event.file.type.startsWith("image/")) uploadPicture(place, event.file);
  });
  // Trix takes the focus when a picture has loaded; who has not come here yet keeps theirs.
  let isMet = false;
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { isMet = true; }, { capture: true });
  editor.addEventListener("focus", () => { if (!isMet) editor.blur(); });
  editor.addEventListener("paste", event => pasteOffice(event, place), { capture: true });
}

// Trix's buttons answer a pointer alone. One of them comes by Tab, arrows lead on to the others, Enter and Space press.
function openTools({ toolbarElement: tools, ariaLabel }) {
  const buttons = [...tools.querySelectorAll(".trix-button-row button")];
  Object.assign(tools, { role: "toolbar", ariaLabel });
  buttons[0].tabIndex = 0;
  tools.addEventListener("keydown", event => {
    const usable = buttons.filter(button => !button.disabled && button.checkVisibility());
    const at = usable.indexOf(event.target);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || !step && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!step) return event.target.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
    for (const button of buttons) button.tabIndex = -1;
    const next = usable.at((at + step) % usable.length);
    next.tabIndex = 0;
    next.focus();
  });
}

function statusAfter(editor) {
  const status = Object.assign(document.createElement("span"), { className: "hint" });
  status.setAttribute("role", "status");
  editor.after(status);
  return status;
}

// Word's HTML is made plain by the host, which keeps its lists. What carries styles is too: Trix would parse them, and the page's policy refuse each.
async function pasteOffice(event, { form, editor }) {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (!/mso-|urn:schemas-microsoft-com|\sstyle\s*=|<style/i.test(html) || html.includes("data-trix-")) return;
  const words = event.clipboardData.getData("text/plain");
  event.preventDefault();
  event.stopImmediatePropagation();
  const answer = await fetch(texts.cleanAt, { method: "POST", body: new URLSearchParams({ _form: form.elements._form.value, html }) });
  if (answer.ok) editor.editor.insertHTML((await answer.json()).html);
  else editor.editor.insertString(words);
}

function addTools(place) {
  const tools = document.createElement("span");
  tools.className = "picture-tools";
  tools.append(
    picker(texts.upload, place, false), picker(texts.camera, place, true),
    Object.assign(document.createElement("button"), { type: "button", className: "second small", textContent: texts.choose, onclick: () => choosePicture(place) }));
  place.editor.before(tools);
}

function picker(text, place, isCamera) {
  const label = Object.assign(document.createElement("label"), { className: "button second small", textContent: text });
  const input = label.appendChild(Object.assign(document.createElement("input"), { type: "file", accept: "image/*", className: "hidden" }));
  if (isCamera) input.setAttribute("capture", "environment");
  input.addEventListener("change", () => {
    if (input.files[0]) uploadPicture(place, input.files[0]);
    input.value = "";
  });
  return label;
}

// The editor over the plain field: it starts from the field's HTML and writes clean HTML back into it. Without it the field itself is written in.
import { fromEditor, isEditable, toEditor } from "./editor-html.js";
import { choosePicture, uploadPicture } from "./editor-pictures.js";

const texts = document.getElementById("teks").dataset;
const form = document.querySelector("form[data-editor]");
const field = form.elements.body;

adoptStyles();
for (const select of form.querySelectorAll("select[name=picture], select[name=gallery_picture]"))
  Object.assign(select.dataset, { pick: form.dataset.pick, choose: texts.choose, close: texts.cancel });
if (isEditable(field.value)) start();

function adoptStyles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(window.editorStyles.map(style => style.textContent).join("\n"));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function start() {
  Object.assign(Trix.config.lang, {
    bold: texts.bold, italic: texts.italic, strike: texts.strike, link: texts.link, heading1: texts.heading, quote: texts.quote,
    bullets: texts.bullets, numbers: texts.numbers, code: texts.code, outdent: texts.outdent, indent: texts.indent, undo: texts.undo,
    redo: texts.redo, unlink: texts.unlink, url: texts.url, urlPlaceholder: "https://", remove: texts.remove, captionPlaceholder: texts.caption,
  });
  Trix.config.blockAttributes.heading1.tagName = "h2";
  Trix.config.blockAttributes.heading2 = { ...Trix.config.blockAttributes.heading1, tagName: "h3" };
  for (const tagName of ["u", "sup", "sub"]) Trix.config.textAttributes[tagName] = { tagName, inheritable: true };

  const input = Object.assign(document.createElement("input"), { type: "hidden", id: "tulisan", value: toEditor(field.value) });
  const editor = document.createElement("trix-editor");
  editor.setAttribute("input", input.id);
  editor.setAttribute("aria-label", form.querySelector("label[for=f-body]").textContent);
  field.hidden = true;
  document.getElementById("f-body-hint")?.setAttribute("hidden", "");
  field.after(input, editor);
  let before = null;
  editor.addEventListener("trix-initialize", () => {
    before = fromEditor(editor.value);
    addTools(editor);
  });
  editor.addEventListener("trix-change", () => {
    const html = fromEditor(editor.value);
    if (before === null || html === before) return;
    field.value = before = html;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  editor.addEventListener("trix-file-accept", event => {
    event.preventDefault();
    if (event.file.type.startsWith("image/")) uploadPicture(form, editor.editor, event.file);
  });
  // Trix takes the focus when a picture has loaded; who has not come here yet keeps theirs.
  let isMet = false;
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { isMet = true; }, { capture: true });
  editor.addEventListener("focus", () => { if (!isMet) editor.blur(); });
  editor.addEventListener("paste", event => pasteOffice(event, editor), { capture: true });
}

// Word's HTML is made plain by the host, which keeps its lists. What carries styles is too: Trix would parse them, and the page's policy refuse each.
async function pasteOffice(event, editor) {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (!/mso-|urn:schemas-microsoft-com|\sstyle\s*=|<style/i.test(html) || html.includes("data-trix-")) return;
  const words = event.clipboardData.getData("text/plain");
  event.preventDefault();
  event.stopImmediatePropagation();
  const answer = await fetch(form.dataset.clean, { method: "POST", body: new URLSearchParams({ _form: form.elements._form.value, html }) });
  if (answer.ok) editor.editor.insertHTML((await answer.json()).html);
  else editor.editor.insertString(words);
}

function addTools(editor) {
  const tools = document.createElement("p");
  tools.className = "picture-tools";
  tools.append(
    picker(texts.upload, editor, false), picker(texts.camera, editor, true),
    Object.assign(document.createElement("button"), { type: "button", className: "second small", textContent: texts.choose, onclick: () => choosePicture(form, editor.editor) }));
  editor.before(tools);
}

function picker(text, editor, isCamera) {
  const label = Object.assign(document.createElement("label"), { className: "button second small", textContent: text });
  const input = label.appendChild(Object.assign(document.createElement("input"), { type: "file", accept: "image/*", className: "hidden" }));
  if (isCamera) input.setAttribute("capture", "environment");
  input.addEventListener("change", () => {
    if (input.files[0]) uploadPicture(form, editor.editor, input.files[0]);
    input.value = "";
  });
  return label;
}

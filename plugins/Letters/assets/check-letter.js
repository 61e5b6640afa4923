// Checks letters in the browser: the signed statement of a QR code by the published key, a file by its hash. Neither leaves the device.
const place = document.querySelector("[data-check]");
const { address, key, worker, paper } = place.dataset;
const show = name => { for (const part of place.querySelectorAll("[data-result]")) part.hidden = part.dataset.result !== name; };

// Paper leads to the Indonesian page; without a connection it is this one, in the reader's language, that stands there.
if (worker) for (const scope of new Set([address, paper])) navigator.serviceWorker?.register(worker, { scope }).catch(() => {});
read(location.href);
addEventListener("hashchange", () => read(location.href));
readFiles();
readCamera();

// An address of a letter: the code is its last part, what was signed stands behind #.
async function read(text) {
  let found;
  try {
    found = new URL(text);
  } catch {
    return false;
  }
  const code = found.pathname.match(/\/surat\/periksa\/([0-9A-Za-z-]{26,40})$/)?.[1].toUpperCase().replaceAll("-", "");
  if (!code) return false;
  const parts = decodeURIComponent(found.hash.slice(1)).split(".");
  if (parts.length === 3 && globalThis.crypto?.subtle) await tell(code, parts);
  const go = place.querySelector("[data-go]");
  if (go) {
    go.href = `${address}/${code}`;
    go.hidden = false;
  }
  return true;
}

async function tell(code, [id, statement, signature]) {
  try {
    const signed = decode(statement);
    const isRight = await verify(id, code, signed, decode(signature));
    if (isRight === null) return show("other");
    if (isRight) fill(new TextDecoder().decode(signed).split("\n"));
    const number = place.dataset.number;
    show(!isRight || (number && number !== new TextDecoder().decode(signed).split("\n")[0]) ? "forged" : "genuine");
  } catch {
    show("forged");
  }
}

async function verify(id, code, statement, signature) {
  const { keys } = await (await fetch(key)).json();
  const own = keys.find(one => one.kid === id);
  if (!own) return null;
  const { kty, crv, x, y } = own;
  const imported = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const text = new Uint8Array([...new TextEncoder().encode(`${code}\n`), ...statement]);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, imported, signature, text);
}

function fill([number, date, until, holder, kind]) {
  const values = { number, holder, kind, date: day(date), until: until ? day(until) : "–" };
  for (const part of place.querySelectorAll("[data-field]")) part.textContent = values[part.dataset.field] ?? "";
}

function day(text) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${text}T00:00:00Z`));
}

function readFiles() {
  const input = place.querySelector("[data-file]");
  if (!input || !globalThis.crypto?.subtle) return;
  input.closest("[hidden]")?.removeAttribute("hidden");
  input.addEventListener("change", () => take(input.files[0]));
  place.addEventListener("dragover", event => event.preventDefault());
  place.addEventListener("drop", event => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
}

async function take(file) {
  if (!file) return;
  const bytes = await file.arrayBuffer();
  if (new TextDecoder("latin1").decode(bytes.slice(0, 5)) === "%PDF-") return compare(bytes);
  if (!("BarcodeDetector" in globalThis)) return show("unreadable");
  const codes = await new BarcodeDetector({ formats: ["qr_code"] }).detect(await createImageBitmap(file)).catch(() => []);
  if (!(codes[0] && await read(codes[0].rawValue))) show("unreadable");
}

async function compare(bytes) {
  const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  const answer = await fetch(`${address}/sidik/${hash}`).catch(() => null);
  if (answer?.ok) location.assign((await answer.json()).address);
  else show(answer?.status === 404 ? "changed" : "unreachable");
}

function readCamera() {
  const button = place.querySelector("[data-camera]");
  if (!button || !("BarcodeDetector" in globalThis) || !navigator.mediaDevices) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const video = place.querySelector("[data-video]");
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.hidden = false;
    await video.play();
    look(video, new BarcodeDetector({ formats: ["qr_code"] }));
  });
}

async function look(video, detector) {
  const codes = await detector.detect(video).catch(() => []);
  if (codes[0] && await read(codes[0].rawValue)) {
    video.srcObject.getTracks().forEach(track => track.stop());
    video.hidden = true;
    return;
  }
  requestAnimationFrame(() => look(video, detector));
}

function decode(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
}

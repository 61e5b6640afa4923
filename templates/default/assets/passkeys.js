// Passkeys: asks the host for a challenge, the browser for its answer, and sends that as the form's own fields.
const works = window.PublicKeyCredential && !/^[\d.]+$|:/.test(location.hostname);

for (const place of document.querySelectorAll("[data-passkey]")) {
  place.hidden = !works;
  const form = place.querySelector("form");
  form.addEventListener("submit", event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    answer(form, place.dataset.passkey).catch(() => { form.querySelector(".error[hidden]")?.removeAttribute("hidden"); });
  });
}

for (const note of document.querySelectorAll("[data-without-passkeys]")) note.hidden = works;

async function answer(form, action) {
  const asked = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams({ _form: form.elements._form.value }) });
  if (!asked.ok) throw new Error(asked.status);
  const { challenge, options } = await asked.json();
  const credential = await navigator.credentials[action]({ publicKey: read(options) });
  form.elements.challenge.value = challenge;
  form.elements.credential.value = JSON.stringify(write(credential));
  form.requestSubmit();
}

function read(options) {
  const bytes = list => list?.map(item => ({ ...item, id: decode(item.id) }));
  return {
    ...options,
    challenge: decode(options.challenge),
    ...(options.user && { user: { ...options.user, id: decode(options.user.id) } }),
    allowCredentials: bytes(options.allowCredentials),
    excludeCredentials: bytes(options.excludeCredentials),
  };
}

function write(credential) {
  const { response } = credential;
  const field = name => response[name] ? { [name]: encode(response[name]) } : {};
  return {
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      ...field("clientDataJSON"), ...field("attestationObject"), ...field("authenticatorData"), ...field("signature"), ...field("userHandle"),
      ...(response.getTransports && { transports: response.getTransports() }),
    },
  };
}

function decode(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
}

function encode(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

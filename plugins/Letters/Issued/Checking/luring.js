// Keeps the page that checks letters, and the key that it checks by, so that it works without a connection after one visit.
const name = "periksa-1";
const page = location.pathname.replace(/\/luring\.js$/, "");
const key = page.replace(/\/surat\/periksa\/?$/, "") + "/sertifikat/kunci.json";

self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match(page)));
  else event.respondWith(answer(request));
});

async function keep() {
  const cache = await caches.open(name);
  const shown = await fetch(page, { credentials: "omit" });
  const html = await shown.clone().text();
  await cache.put(page, shown);
  const needed = [...html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg))"/g)].map(found => found[1].replaceAll("&amp;", "&"));
  await Promise.allSettled([key, ...new Set(needed)].map(address => cache.add(address)));
}

// What is kept for ever by its name comes from here; the key is asked for anew where that goes.
async function answer(request) {
  const kept = await caches.match(request);
  if (kept && !request.url.endsWith(".json")) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok && new URL(request.url).pathname === key) (await caches.open(name)).put(request, fresh.clone());
    return fresh;
  } catch (lost) {
    if (kept) return kept;
    throw lost;
  }
}

// Shows how far something is while it runs. Without it a link loads the page again.
const wait = 1500;

async function refresh() {
  const shown = document.querySelector("[data-refresh='1']");
  if (!shown) return;
  const answer = await fetch(location.href).catch(() => null);
  const next = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refresh]");
  if (next && !shown.contains(document.activeElement)) shown.replaceWith(next);
  setTimeout(refresh, wait);
}

setTimeout(refresh, wait);

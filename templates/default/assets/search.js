// Shows villages while one types. Without it the form opens the directory.
const wait = 200;

for (const form of document.querySelectorAll("form.find")) {
  const input = form.querySelector("input");
  const page = document.querySelector("[data-hits]");
  const place = page ?? form.querySelector("[data-found]");
  const before = place.innerHTML;
  let timer, running;

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, wait);
  });

  async function show() {
    running?.abort();
    running = new AbortController();
    const words = input.value.trim();
    if (!page && !words) return place.replaceChildren();
    try {
      const answer = await fetch(`${form.action}?${new URLSearchParams({ cari: words })}`, { signal: running.signal });
      if (answer.ok) put(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") place.innerHTML = before;
    }
  }

  function put(html) {
    const found = new DOMParser().parseFromString(html, "text/html").querySelector("[data-hits]");
    if (found) place.replaceChildren(...found.childNodes);
  }
}

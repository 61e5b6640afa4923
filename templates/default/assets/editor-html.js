// Between the HTML that is saved and the one that Trix edits.

/** What Trix can't show without loss stays in the plain field. */
export const isEditable = html => !/<(table|dl|h4|pre)\b/i.test(html);

/** Pictures with captions become attachments, which carry their descriptions along. */
export function toEditor(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const image of body.querySelectorAll("img")) {
    const figure = image.closest("figure");
    const attachment = document.createElement("figure");
    attachment.dataset.trixAttachment = JSON.stringify(attachmentOf(image.getAttribute("src"), image.alt, image.getAttribute("width"), image.getAttribute("height")));
    const caption = figure?.querySelector("figcaption")?.textContent.trim();
    if (caption) attachment.dataset.trixAttributes = JSON.stringify({ caption });
    (figure ?? image).replaceWith(attachment);
  }
  return body.innerHTML;
}

/** As it is saved: paragraphs instead of divisions with empty lines, pictures without Trix's marks. */
export function fromEditor(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const attachment of body.querySelectorAll("figure[data-trix-attachment]")) attachment.replaceWith(figureOf(attachment));
  for (const division of [...body.querySelectorAll("div")]) part(division);
  return body.innerHTML.trim();
}

export const attachmentOf = (url, alt, width, height) =>
  ({ contentType: "image", url, alt, ...width && { width: Number(width) }, ...height && { height: Number(height) } });

function figureOf(attachment) {
  const { url, alt, width, height } = JSON.parse(attachment.dataset.trixAttachment);
  const { caption } = JSON.parse(attachment.dataset.trixAttributes ?? "{}");
  const figure = document.createElement("figure");
  const image = figure.appendChild(document.createElement("img"));
  image.setAttribute("src", url ?? "");
  image.alt = alt ?? "";
  if (width) image.setAttribute("width", width);
  if (height) image.setAttribute("height", height);
  image.setAttribute("loading", "lazy");
  if (caption) figure.appendChild(document.createElement("figcaption")).textContent = caption;
  return figure;
}

// A division is one paragraph for each run of text between empty lines; figures stand between them.
function part(division) {
  const parts = [];
  let paragraph = null;
  for (const node of [...division.childNodes]) {
    const isBreak = node.nodeName === "BR";
    if (node.nodeName === "FIGURE") {
      parts.push(node);
      paragraph = null;
    } else if (isBreak && (!paragraph || paragraph.lastChild?.nodeName === "BR")) {
      paragraph?.lastChild.remove();
      paragraph = null;
    } else {
      if (!paragraph) parts.push(paragraph = document.createElement("p"));
      paragraph.append(node);
    }
  }
  for (const one of parts) if (one.lastChild?.nodeName === "BR") one.lastChild.remove();
  division.replaceWith(...parts.filter(one => one.nodeName === "FIGURE" || one.textContent.trim()));
}

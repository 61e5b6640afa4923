// A photo of a phone has 5 MB; what is read in it needs a tenth. Made smaller before it is sent; without script it is sent as it is.
const quality = 0.8;

for (const form of document.querySelectorAll("form[data-photo]")) {
  const longest = Number(form.dataset.photo);
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file || !file.type.startsWith("image/")) return;
    const small = await shrink(file, longest).catch(() => null);
    if (!small || small.size >= file.size || input.files[0] !== file) return;
    const files = new DataTransfer();
    files.items.add(new File([small], "foto.jpg", { type: "image/jpeg" }));
    input.files = files.files;
  });
}

async function shrink(file, longest) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise(done => canvas.toBlob(done, "image/jpeg", quality));
}

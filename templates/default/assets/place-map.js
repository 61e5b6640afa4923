// A map whose point can be dragged; the numbers beside it are what is saved. Without script they are typed, and the drawing stays.
const place = document.querySelector(".dragged-map");
if (place && window.L) show(place);

async function show(box) {
  const [latitude, longitude] = ["latitude", "longitude"].map(name => document.querySelector(`[name=${name}]`));
  const answer = await fetch(box.dataset.outlines);
  if (!answer.ok) return;
  box.hidden = false;
  document.querySelector("#letak > svg")?.remove();
  const map = L.map(box, { attributionControl: Boolean(box.dataset.tiles), scrollWheelZoom: false });
  if (box.dataset.tiles) L.tileLayer(box.dataset.tiles, { maxZoom: 19, attribution: text(box.dataset.credit) }).addTo(map);
  const outlines = L.geoJSON(await answer.json(), {
    style: feature => ({ className: feature.properties.own ? "own" : "", weight: 1.5 }),
    onEachFeature: (feature, layer) => layer.bindTooltip(text(feature.properties.name)),
  }).addTo(map);
  const own = outlines.getLayers().find(layer => layer.feature.properties.own) ?? outlines;
  map.fitBounds(own.getBounds().isValid() ? own.getBounds() : [[-8.9, 113.5], [-7.4, 114.7]]);
  const marker = L.marker(typed() ?? map.getCenter(), { draggable: true, keyboard: true, title: box.dataset.marker, alt: box.dataset.marker }).addTo(map);
  marker.on("dragend", write);
  map.on("click", event => { marker.setLatLng(event.latlng); write(); });
  for (const input of [latitude, longitude]) input.addEventListener("change", () => { const point = typed(); if (point) { marker.setLatLng(point); map.panTo(point); } });

  function typed() {
    const point = [latitude, longitude].map(input => Number.parseFloat(input.value.replace(",", ".")));
    return point.every(Number.isFinite) ? point : null;
  }

  function write() {
    const point = marker.getLatLng();
    [latitude.value, longitude.value] = [point.lat.toFixed(6), point.lng.toFixed(6)];
  }
}

// Leaflet takes tooltips and credits as HTML.
function text(words) {
  const element = document.createElement("span");
  element.textContent = words;
  return element.innerHTML;
}

// Trix writes rules of its own into style elements, which the page's policy forbids. They become a sheet that the page adopts instead.
window.editorStyles = [];
const insertBefore = document.head.insertBefore;
document.head.insertBefore = (node, place) => node.nodeName === "STYLE" ? (window.editorStyles.push(node), node) : insertBefore.call(document.head, node, place);


// In a frame that has its content from `srcdoc`, links within the page would lead to the host's.
if (location.protocol === "about:") addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  document.getElementById(link.getAttribute("href").slice(1))?.scrollIntoView();
});
const packed = Uint8Array.from(atob("{wasm}"), (sign) => sign.charCodeAt(0));
const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
await __wbg_init({ module_or_path: await new Response(program).arrayBuffer() });
// As trunk's own script says that the program is there.
window.wasmBindings = { {islands} };
dispatchEvent(new CustomEvent("TrunkApplicationStarted"));

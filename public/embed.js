// Sightlines in another page. Each <div class="sightlines" data-src="https://news.example/story/">
// becomes a frame that takes the height it needs; docs/sharing.md tells the attributes and events.
// The build leaves out comments and indents.
(function () {
  // A page that changes without being loaded again may bring this script again.
  if (window.sightlines) return window.sightlines();

  // The view of the story that the host's own address asks for, as #sightlines=p=jp&scene=zone.
  function wanted(name) {
    var word = RegExp("[#?&]" + name + "=(.*)");
    var found = word.exec(location.hash) || word.exec(location.search);
    try { return found ? decodeURIComponent(found[1]) : ""; } catch (e) { return ""; }
  }

  // What is kept of a frame is kept on it, and goes with it.
  function frames() {
    return [].filter.call(document.querySelectorAll(".sightlines > iframe"), function (frame) { return frame.sightlines; });
  }

  function say(frame, type, what) {
    var origin = frame.sightlines.origin;
    what.sightlines = 1;
    what.type = type;
    if (frame.contentWindow) frame.contentWindow.postMessage(what, origin == "null" ? "*" : origin);
  }

  function embed(host) {
    var data = host.dataset, link = document.createElement("a"), frame = document.createElement("iframe");
    var old = host.querySelector("iframe");
    link.href = data.src;
    // Once, and nothing that runs as a script.
    if (host.sightlines && old || !/^https?:$/.test(link.protocol)) return;
    var height = parseInt(data.height), layout = data.layout || (height ? "fixed" : "auto");
    var sandbox = data.sandbox || "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
    if (layout == "card") height = height || (host.offsetWidth < 560 ? 600 : 420);
    frame.sightlines = {
      origin: /allow-same-origin/.test(sandbox) ? link.origin : "null",
      auto: layout == "auto",
      name: data.name || "sightlines",
    };
    // For the host's own scripts: { choice: "p=jp", theme: "dark" }.
    host.sightlines = function (set) { say(frame, "set", { choice: set.choice || void 0, theme: set.theme }); };
    link.search += (link.search ? "&" : "?") + "layout=" + layout + (data.theme ? "&theme=" + data.theme : "");
    link.hash = wanted(frame.sightlines.name) || link.hash;
    frame.title = host.textContent.trim() || old && old.title || "";
    frame.allow = "clipboard-write; web-share; fullscreen";
    frame.sandbox = sandbox;
    frame.loading = "lazy";
    // A frame that scrolls inside leaves some of the view to the page around it, by which one gets past.
    frame.style.cssText = "display:block;width:100%;border:0;height:" + (height || 800) + "px";
    if (layout == "fixed") frame.style.maxHeight = "85vh";
    frame.src = link.href;
    host.textContent = "";
    host.appendChild(frame);
  }

  function hear(frame, event) {
    var kept = frame.sightlines, host = frame.parentNode, said = event.data || 0, type = said.type, detail = {}, key;
    if (event.source != frame.contentWindow || event.origin != kept.origin) return;
    // It has just woken, or was never greeted.
    if (!kept.ready && type != "ready" || said == "[iFrameResizerChild]Ready") say(frame, "hello", {});
    if (said.sightlines !== 1 || !/^(ready|height|scroll|scene|step|choice|link)$/.test(type)) return;
    for (key in said) if (/string|number/.test(typeof said[key])) detail[key] = said[key];
    if (type == "ready") kept.ready = 1;
    if (type == "height" && kept.auto && detail.height > 0)
      frame.style.height = Math.max(150, Math.min(detail.height, 1e5)) + "px";
    if (type == "scroll" && detail.top >= 0) {
      // Whichever element of the page scrolls.
      frame.style.scrollMarginTop = (host.dataset.offset || 0) - Math.min(detail.top, frame.offsetHeight) + "px";
      frame.scrollIntoView();
    }
    host.dispatchEvent(new CustomEvent("sightlines:" + type, { bubbles: true, detail: detail }));
  }

  // Gives a frame to what has none yet; whatever is added or moved later is found by itself.
  window.sightlines = function () { document.querySelectorAll(".sightlines[data-src]").forEach(embed); };
  addEventListener("message", function (event) { frames().forEach(function (frame) { hear(frame, event); }); });
  addEventListener("hashchange", function () {
    frames().forEach(function (frame) { frame.parentNode.sightlines({ choice: wanted(frame.sightlines.name) }); });
  });
  // Not while the page is still read: what stands in a place may not be there yet.
  function look() { if (document.readyState != "loading") window.sightlines(); }
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", look);
  look();
})();

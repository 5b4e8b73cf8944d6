// Sightlines in another page. Each <div class="sightlines" data-src="https://news.example/story/">
// becomes a frame that takes the height it needs; docs/sharing.md tells the attributes and events.
// The build leaves out comments and indents.
(function () {
  // The view of the story that the host's own address asks for, as #sightlines=p=jp&step=ports.
  function wanted(name) {
    var word = RegExp("[#?&]" + name + "=(.*)");
    var found = word.exec(location.hash) || word.exec(location.search);
    try { return found ? decodeURIComponent(found[1]) : ""; } catch (e) { return ""; }
  }

  function embed(host) {
    var data = host.dataset, link = document.createElement("a"), frame = document.createElement("iframe");
    link.href = data.src;
    // Once, and nothing that runs as a script.
    if (host.sightlines || !/^https?:$/.test(link.protocol)) return;
    var height = parseInt(data.height), name = data.name || "sightlines";
    var layout = data.layout || (height ? "fixed" : "auto"), auto = layout == "auto";
    var sandbox = data.sandbox || "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
    var origin = /allow-same-origin/.test(sandbox) ? link.origin : "null";
    var ready, due;

    function say(type, what) {
      what.sightlines = 1;
      what.type = type;
      if (frame.contentWindow) frame.contentWindow.postMessage(what, origin == "null" ? "*" : origin);
    }

    // Tells the frame which part of it is in view.
    function look() {
      var box = frame.getBoundingClientRect(), top = Math.max(0, -box.top);
      var height = Math.max(0, Math.min(innerHeight, box.bottom) - Math.max(0, box.top));
      due = 0;
      say("view", { top: top, height: height });
    }
    function moved() { if (auto && ready && !due) due = requestAnimationFrame(look); }

    function hear(event) {
      if (event.source != frame.contentWindow || event.origin != origin) return;
      var said = event.data || 0, type = said.type, detail = {}, key;
      // It has just woken, or was never greeted.
      if (!ready && type != "ready" || said == "[iFrameResizerChild]Ready") say("hello", {});
      if (said.sightlines !== 1 || !/^(ready|height|scroll|step|choice|link)$/.test(type)) return;
      for (key in said) if (/string|number/.test(typeof said[key])) detail[key] = said[key];
      if (type == "ready") {
        ready = 1;
        if (data.theme) host.sightlines({ theme: data.theme });
      }
      if (type == "height" && auto && detail.height > 0)
        frame.style.height = Math.max(150, Math.min(detail.height, 1e5)) + "px";
      if (type == "scroll" && detail.top >= 0)
        scrollBy(0, frame.getBoundingClientRect().top + Math.min(detail.top, frame.offsetHeight) - (data.offset || 0));
      moved();
      host.dispatchEvent(new CustomEvent("sightlines:" + type, { bubbles: true, detail: detail }));
    }

    // For the host's own scripts: { choice: "p=jp", theme: "dark" }.
    host.sightlines = function (set) { say("set", { choice: set.choice || void 0, theme: set.theme }); };
    link.search += (link.search ? "&" : "?") + "layout=" + layout;
    link.hash = wanted(name) || link.hash;
    frame.title = host.textContent.trim();
    frame.allow = "clipboard-write; web-share; fullscreen";
    frame.sandbox = sandbox;
    frame.loading = "lazy";
    frame.style.cssText = "display:block;width:100%;border:0;height:" + (height || 800) + "px";
    frame.src = link.href;
    addEventListener("message", hear);
    addEventListener("hashchange", function () { host.sightlines({ choice: wanted(name) }); });
    addEventListener("scroll", moved, true);
    addEventListener("resize", moved);
    host.textContent = "";
    host.appendChild(frame);
  }

  function all() { document.querySelectorAll(".sightlines[data-src]").forEach(embed); }
  all();
  addEventListener("DOMContentLoaded", all);
})();

// Runs before the page is laid out: says that a program is to come and how the page is laid out where
// it stands, answers the keys until the program is there, and remembers any other tap on a control.
// Takes the program back when it fails to load.
(function () {
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  // In a frame that is too low, or whose host is known to size it, nothing can stick. What else the
  // program finds out about the host may change this (domain/frame).
  var query = location.search;
  var asked = /[?&]layout=(full|fixed|auto|card)(?:&|$)/.exec(query), theme = /[?&]theme=(light|dark)(?:&|$)/.exec(query);
  root.setAttribute("data-layout", asked ? asked[1] : parent === window ? "full" : isAuto() ? "auto" : "fixed");
  if (theme) root.setAttribute("data-theme", theme[1]);
  // Not asked of a page of its own: the height has the browser lay out what there is of it.
  function isAuto() {
    return /[?&]childId=./.test(query) || (innerHeight > 0 && innerHeight < 320);
  }
  function fail() {
    if (!root.hasAttribute("data-ready")) root.removeAttribute("data-js");
  }
  addEventListener("click", function (event) {
    if (root.hasAttribute("data-ready") || !event.target.closest) return;
    var control = event.target.closest("button, input, a[data-pin]");
    if (!control) return;
    if (control.className === "key") {
      var on = (root.getAttribute("data-p") || "").split(" ").filter(Boolean);
      var actor = control.getAttribute("data-a");
      var at = on.indexOf(actor);
      if (at < 0) on.push(actor); else on.splice(at, 1);
      root.setAttribute("data-p", on.sort().join(" "));
      root.setAttribute("data-last", actor);
      return;
    }
    // The place that such a link names does not show its event yet.
    if (control.tagName === "A") event.preventDefault();
    var before = document.querySelector("[data-tapped]");
    if (before) before.removeAttribute("data-tapped");
    control.setAttribute("data-tapped", "");
  }, true);
  // Who has moved by himself is not led back to where the address leads.
  ["wheel", "touchmove", "keydown"].forEach(function (move) {
    addEventListener(move, function () { root.setAttribute("data-moved", ""); }, { once: true, passive: true });
  });
  // A script that cannot be fetched, a wasm that is missing, blocked or cut short, for which browsers
  // name no file; but not what an extension of the reader's browser got wrong. Should the failure have
  // been another's after all, the program takes the page back when it comes.
  var foreign = /-extension:/;
  addEventListener("error", function (event) {
    var from = event.target;
    if (from === window ? !foreign.test(event.filename) : from && from.tagName === "SCRIPT") fail();
  }, true);
  addEventListener("unhandledrejection", function (event) {
    if (!foreign.test(event.reason && event.reason.stack)) fail();
  });
  // Some engines tell nobody that a module has failed. If its wasm has come, or nothing in a long time,
  // and the page still sleeps a while later, it has.
  var seconds = 0, arrived = 0;
  var watch = setInterval(function () {
    seconds += 1;
    var wasm = performance.getEntriesByType("resource").some(function (entry) {
      return /\.wasm$/.test(entry.name);
    });
    if (wasm && !arrived) arrived = seconds;
    if ((arrived && seconds > arrived + 3) || seconds > 15) fail();
    if (root.hasAttribute("data-ready") || !root.hasAttribute("data-js")) clearInterval(watch);
  }, 1000);
})();

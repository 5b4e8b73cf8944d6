// Runs before the page is laid out: says that a program is to come, and whether the page stands in
// another one, so that it is laid out for that at once and nothing jumps. Takes the program back
// when it fails to load.
(function () {
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  // In a frame that is too low, or whose host is known to size it, nothing can stick. What else the
  // program finds out about the host may change this (domain/frame).
  var query = location.search;
  var asked = /[?&]layout=(full|fixed|auto)(?:&|$)/.exec(query);
  root.setAttribute("data-layout", asked ? asked[1] : parent === window ? "full" : isAuto() ? "auto" : "fixed");
  // Not asked of a page of its own: the height has the browser lay out what there is of it.
  function isAuto() {
    return /[?&]childId=./.test(query) || (innerHeight > 0 && innerHeight < 320);
  }
  function fail() {
    if (root.hasAttribute("data-awake") || !root.hasAttribute("data-js")) return;
    root.removeAttribute("data-js");
    var line = document.getElementById("asleep");
    if (line) line.hidden = false;
  }
  // A module that cannot be fetched, a wasm that is missing, blocked or cut short; but not what an
  // extension of the reader's browser got wrong.
  addEventListener("error", function (event) {
    var from = event.target;
    var ours = !/^\w+-extension:/.test(event.filename || "");
    if ((from === window && ours) || (from && from.tagName === "SCRIPT")) fail();
  }, true);
  addEventListener("unhandledrejection", fail);
  // Nothing has failed, and nothing has come either. Should it come yet, it takes the page back.
  setTimeout(fail, 6000);
})();

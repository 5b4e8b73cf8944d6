// Runs before the page is laid out: says that a program is to come, so that the page is laid out
// for it at once and nothing jumps. Takes it back when the program fails to load.
(function () {
  var root = document.documentElement;
  root.setAttribute("data-js", "");
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

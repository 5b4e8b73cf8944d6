// Runs before the page is laid out: says that a program is to come, answers the keys until it is
// there, and remembers any other tap on a control. Takes the program back when it fails to load.
(function () {
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  function fail() {
    if (!root.hasAttribute("data-awake")) root.removeAttribute("data-js");
  }
  addEventListener("click", function (event) {
    if (root.hasAttribute("data-awake") || !event.target.closest) return;
    var control = event.target.closest("button, input, a[href^='#record-']");
    if (!control) return;
    if (control.className === "key") {
      var on = (root.getAttribute("data-p") || "").split(" ").filter(Boolean);
      var actor = control.getAttribute("data-a");
      var at = on.indexOf(actor);
      if (at < 0) on.push(actor); else on.splice(at, 1);
      root.setAttribute("data-p", on.sort().join(" "));
      return;
    }
    if (control.tagName === "A") return;
    var before = document.querySelector("[data-tapped]");
    if (before) before.removeAttribute("data-tapped");
    control.setAttribute("data-tapped", "");
  }, true);
  // Only a failure of our own program counts: a script that cannot be fetched, a wasm that is missing,
  // blocked or cut short. What an extension of the reader's browser got wrong names no file of this page.
  var here = location.href.split(/[?#]/)[0].replace(/[^/]*$/, "");
  addEventListener("unhandledrejection", function (event) {
    var why = event.reason;
    // Of a wasm cut short Firefox names no file.
    var isWasm = window.WebAssembly && why instanceof WebAssembly.CompileError;
    if (isWasm || String(why && why.stack).indexOf(here) >= 0) fail();
  });
  addEventListener("error", function (event) {
    var from = event.target;
    var ours = !/^\w+-extension:/.test(event.filename || "");
    if ((from === window && ours) || (from && from.tagName === "SCRIPT")) fail();
  }, true);
})();

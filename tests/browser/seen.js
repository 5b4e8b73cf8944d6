// Put before everything else of the page under test: keeps what goes wrong in it.
(function () {
  var seen = (window.__seen = []);
  function note(kind, what) { seen.push(kind + ": " + what); }
  addEventListener("error", function (event) {
    var from = event.target;
    // WebKit's notice that sizes go on changing in the next frame, which names no script. The scripts
    // of these pages are all of their own origin, so no other error loses its words.
    if (event.message === "Script error." && !event.filename && !event.error) return;
    note("error", event.message || (from && (from.src || from.href)) || "of unknown kind");
  }, true);
  addEventListener("unhandledrejection", function (event) { note("unhandled rejection", event.reason); });
  addEventListener("securitypolicyviolation", function (event) {
    note("against the policy", event.effectiveDirective + " " + event.blockedURI + " " + event.sample);
  });
  var tell = console.error;
  console.error = function () {
    note("console.error", Array.prototype.join.call(arguments, " "));
    tell.apply(console, arguments);
  };
})();

// Put before everything else of the page under test: keeps what goes wrong in it.
(function () {
  var seen = (window.__seen = []);
  function note(kind, what) { seen.push(kind + ": " + what); }
  addEventListener("error", function (event) {
    var from = event.target;
    note("error", event.message || (from && (from.src || from.href)) || "of unknown kind");
  }, true);
  addEventListener("unhandledrejection", function (event) { note("unhandled rejection", event.reason); });
  addEventListener("securitypolicyviolation", function (event) {
    note("request to another host", event.blockedURI + " against " + event.effectiveDirective);
  });
  var tell = console.error;
  console.error = function () {
    note("console.error", Array.prototype.join.call(arguments, " "));
    tell.apply(console, arguments);
  };
})();

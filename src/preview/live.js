// Reloads the page when the site was made again, and tells what is wrong with the content.
(function () {
  'use strict';
  // What stands in a frame is reloaded with the page around it.
  if (window.top !== window) { return; }
  var script = document.currentScript, made = Number(script.dataset.made);
  var events = script.src.replace(/[^/]*$/, 'events'), source, wasLost = false, box, shown = '';
  var look = [
    ':host { all: initial }',
    'div { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 80vh; overflow: auto;',
    ' box-sizing: border-box; padding: .6rem 1rem; background: #fff; color: #15162a; border-top: 4px solid #8a6d00;',
    ' font: 1rem/1.4 system-ui, sans-serif; box-shadow: 0 0 2rem #0006 }',
    'div.error { border-color: #a3282f }',
    'summary { cursor: pointer; font-weight: 700 }',
    'pre { margin: .6rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere;',
    ' font: .875rem/1.45 ui-monospace, monospace }',
    '@media (prefers-color-scheme: dark) { div { background: #1b1d2c; color: #ececf4 } }',
    '@media print { div { display: none } }'
  ].join('\n');

  function part(name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  function tell(notice) {
    if (JSON.stringify(notice) === shown) { return; }
    shown = JSON.stringify(notice);
    if (box) { box.remove(); box = null; }
    if (!notice) { return; }
    box = document.createElement('scorebook-notice');
    box.lang = notice.language;
    var root = box.attachShadow({ mode: 'open' }), sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    var bar = document.createElement('div'), details = document.createElement('details');
    bar.setAttribute('role', notice.is_error ? 'alert' : 'status');
    bar.className = notice.is_error ? 'error' : '';
    details.open = notice.is_error;
    details.append(part('summary', notice.heading), part('pre', notice.text));
    bar.append(details);
    root.append(bar);
    document.body.append(box);
  }

  // Only pages that somebody sees listen: a browser keeps no more than a few connections to one server.
  function listen() {
    if (source) { source.close(); source = null; }
    if (document.hidden) { return; }
    source = new EventSource(events);
    // Behind a connection that was lost may be another preview, which counts from the beginning.
    source.onerror = function () { wasLost = true; };
    source.onmessage = function (event) {
      var newest = JSON.parse(event.data);
      if (wasLost || newest.made !== made) { location.reload(); } else { tell(newest.notice); }
    };
  }

  document.addEventListener('visibilitychange', listen);
  // A page that is left says nothing more, and is not reloaded on the way out.
  window.addEventListener('pagehide', function () { if (source) { source.close(); } });
  listen();
}());

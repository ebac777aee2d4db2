/* Tells the page that shows this one in a frame how high it is, and accepts nothing from it:
   { type: 'scorebook-height', height: pixels, href: address of this page }. Without it, the frame scrolls. */
(function () {
  'use strict';

  if (window.parent === window) return;
  var told = 0;

  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: 'scorebook-height', height: height, href: location.href }, '*');
  }

  new ResizeObserver(tell).observe(document.body);
  tell();
}());

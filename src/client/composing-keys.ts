/**
 * Keys that an input method takes for itself (Telex, VNI, voice and handwriting keyboards, Braille): Enter
 * ends a word, arrows walk through suggestions, Escape drops them. They do nothing else on the page. Pages
 * with a field and keys of their own load this first.
 */
addEventListener(
  'keydown',
  (event) => {
    // Safari tells `isComposing` false for the Enter that ended a word; 229 is the code of every key that a
    // method took (UI Events 7.3.1).
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other sign of it exists
    if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
  },
  { capture: true },
);

// To the clipboard.

import { announce } from './dom.js';

/** @param {HTMLElement} source whose text is copied; it is selected, to show what was */
export async function copy(source) {
  const selection = getSelection();
  selection?.selectAllChildren(source);
  // navigator.clipboard is missing on plain http.
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(source.textContent ?? '');
  } else {
    document.execCommand('copy');
  }
  announce('Copied.');
}

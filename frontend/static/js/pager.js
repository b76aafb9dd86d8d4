// Links to the pages of a list.

import { counted, whole } from './format.js';
import { h, put } from './dom.js';

/**
 * @param {HTMLElement} nav
 * @param {Paged<unknown>} page
 * @param {string} singular what is listed: "trial"
 * @param {(page: number) => void} go
 */
export function showPager(nav, page, singular, go) {
  const last = Math.max(0, Math.ceil(page.totalItems / page.size) - 1);
  nav.hidden = page.totalItems === 0;
  const focused = nav.contains(document.activeElement) ? document.activeElement?.textContent : null;
  const first = page.page * page.size + 1;
  const step = (/** @type {string} */ text, /** @type {number} */ to) =>
    h('button', { type: 'button', disabled: to < 0 || to > last || to === page.page, onclick: () => go(to) }, text);
  put(
    nav,
    h(
      'span',
      {},
      last === 0
        ? counted(page.totalItems, singular)
        : `${whole(first)}–${whole(first + page.items.length - 1)} of ${counted(page.totalItems, singular)}`,
    ),
    ...(last === 0
      ? []
      : [step('First', 0), step('Previous', page.page - 1), step('Next', page.page + 1), step('Last', last)]),
  );
  if (focused) {
    refocus(nav, focused);
  }
}

/**
 * The button that was pressed is a new one now; where it cannot be pressed any more, its neighbour can.
 *
 * @param {HTMLElement} nav
 * @param {string} text
 */
function refocus(nav, text) {
  const buttons = [...nav.querySelectorAll('button')];
  const same = buttons.find(button => button.textContent === text && !button.disabled);
  (same ?? buttons.find(button => !button.disabled))?.focus();
}

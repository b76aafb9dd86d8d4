// A question before something that cannot be undone.

import { h } from './dom.js';

/**
 * @param {string} title
 * @param {string} text what will happen
 * @param {string} action text of the button that does it
 * @returns {Promise<boolean>}
 */
export function confirmed(title, text, action) {
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title', 'aria-describedby': 'dialog-text' },
    h('h2', { id: 'dialog-title' }, title),
    h('p', { id: 'dialog-text' }, text),
    h(
      'form',
      { method: 'dialog', class: 'dialog-buttons' },
      h('button', { value: 'no', autofocus: true }, 'Keep'),
      h('button', { value: 'yes', class: 'danger' }, action),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
  });
}

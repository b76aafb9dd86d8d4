// The token of a new agent, which the service tells once.

import { copy } from '../copy.js';
import { root } from '../api.js';
import { h, showFailure } from '../dom.js';

/**
 * @param {string} target
 * @param {string} token
 * @returns {Promise<void>} when it is closed
 */
export function showToken(target, token) {
  const command = h(
    'pre',
    { tabindex: 0, class: 'command', 'aria-label': 'Command that starts the agent' },
    `java -jar skyline.jar --agent --server=${location.origin}${root.replace(/\/$/, '')} --token=${token}`,
  );
  const dialog = h(
    'dialog',
    { class: 'wide', 'aria-labelledby': 'token-title', 'aria-describedby': 'token-text' },
    h('h2', { id: 'token-title' }, `Start the agent of ${target}`),
    h(
      'p',
      { id: 'token-text' },
      'Run this on the machine that is to measure. The token is shown this once: copy it now, it cannot be read again.',
    ),
    command,
    h(
      'form',
      { method: 'dialog', class: 'dialog-buttons' },
      h('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => copy(command).catch(showFailure) }, 'Copy'),
      h('button', {}, 'Done'),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
}

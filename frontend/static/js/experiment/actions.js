// Pause, resume, stop, cancel and delete.

import { root, send } from '../api.js';
import { confirmed } from '../dialog.js';
import { announce, clearFailure, showFailure } from '../dom.js';
import { stateName } from '../format.js';
import { isFinished } from '../state.js';

/** @type {Record<string, (state: ExperimentState) => boolean>} */
const ALLOWED = {
  pause: state => state === 'QUEUED' || state === 'RUNNING',
  resume: state => state === 'PAUSED',
  stop: state => state === 'QUEUED' || state === 'RUNNING' || state === 'PAUSED',
  cancel: state => !isFinished(state),
  delete: isFinished,
};

/** @type {Record<string, [title: string, text: string, action: string]>} */
const QUESTIONS = {
  cancel: ['Cancel this experiment?', 'Running trials end at once, and what they have learnt is lost. Finished trials stay.', 'Cancel it'],
  delete: ['Delete this experiment?', 'It goes with all its trials, measurements and models. This cannot be undone.', 'Delete it'],
};

/**
 * @param {HTMLElement} group
 * @param {string} id
 * @param {(experiment: Experiment) => void} changed
 * @returns {(state: ExperimentState) => void} enables what the state allows
 */
export function actions(group, id, changed) {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...group.querySelectorAll('button[data-action]')]);
  const act = async (/** @type {string} */ action) => {
    if (QUESTIONS[action] && !(await confirmed(...QUESTIONS[action]))) {
      return;
    }
    if (action === 'delete') {
      await send('DELETE', `/experiments/${id}`);
      location.assign(root);
      return;
    }
    /** @type {Experiment | undefined} */
    const answer = await send('POST', `/experiments/${id}/${action}`);
    clearFailure();
    if (answer) {
      announce(`The experiment is ${stateName(answer.state)}.`);
      changed(answer);
    }
  };
  for (const button of buttons) {
    button.addEventListener('click', () => act(/** @type {string} */ (button.dataset.action)).catch(showFailure));
  }
  return state => enable(buttons, state);
}

/**
 * @param {HTMLButtonElement[]} buttons
 * @param {ExperimentState} state
 */
function enable(buttons, state) {
  const focused = buttons.find(button => button === document.activeElement);
  for (const button of buttons) {
    button.disabled = !ALLOWED[/** @type {string} */ (button.dataset.action)](state);
  }
  // The keyboard must not fall back to the top of the page when its button goes out of use.
  if (focused?.disabled) {
    buttons.find(button => !button.disabled)?.focus();
  }
}

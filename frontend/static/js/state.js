// States, as coloured words.

import { stateName } from './format.js';
import { h } from './dom.js';

/**
 * @param {string} state of an experiment or a trial
 * @param {string | null} [reason] why it ended so
 */
export const stateBadge = (state, reason) =>
  h('span', { class: 'state', 'data-state': state, title: reason }, stateName(state));

/**
 * Changes the badge beside a heading.
 *
 * @param {HTMLElement} badge
 * @param {string} state
 */
export function showState(badge, state) {
  badge.dataset.state = state;
  badge.textContent = stateName(state);
}

/** @param {ExperimentState | TrialState} state */
export const isFinished = state => !['QUEUED', 'RUNNING', 'PAUSED', 'STOPPING'].includes(state);

/**
 * Says why something ended, where that is worth saying.
 *
 * @param {HTMLElement} notice
 * @param {{ state: string, reason?: string | null, message?: string | null }} ended
 */
export function showEnd(notice, ended) {
  notice.hidden = !ended.reason;
  notice.classList.toggle('bad', ended.state === 'FAILED');
  notice.replaceChildren();
  if (ended.reason) {
    notice.append(h('strong', {}, ended.reason), ended.message ? `: ${ended.message}` : '');
  }
}

// What the running trials are at, epoch by epoch. Small networks report hundreds of epochs a second, so a line is changed
// in place: a link that is made anew all the time cannot be clicked.

import { h, put } from '../dom.js';
import { measure } from '../format.js';

/** @typedef {{ line: HTMLElement, bar: HTMLProgressElement, text: HTMLElement, known: boolean }} Running */

/**
 * @param {HTMLElement} list
 * @param {(trial: number) => string} link
 */
export function runningTrials(list, link) {
  /** @type {Map<number, Running>} */
  const running = new Map();

  const begin = (/** @type {number} */ number) => {
    const bar = h('progress', { max: 1, value: 0, 'aria-label': `Epochs of trial ${number}` });
    const text = h('span', {}, 'begins');
    const line = h('li', {}, h('a', { href: link(number) }, `Trial ${number}`), bar, text);
    const begun = { line, bar, text, known: false };
    running.set(number, begun);
    put(list, ...[...running].sort(([a], [b]) => a - b).map(([, each]) => each.line));
    return begun;
  };
  const end = (/** @type {number} */ number) => {
    running.get(number)?.line.remove();
    running.delete(number);
  };

  return {
    /**
     * @param {number[]} numbers those that are running now
     * @returns {number[]} those of which no epoch is known
     */
    set(numbers) {
      [...running.keys()].filter(number => !numbers.includes(number)).forEach(end);
      numbers.filter(number => !running.has(number)).forEach(begin);
      return numbers.filter(number => !running.get(number)?.known);
    },
    /** @param {{ number: number } & Epoch} event */
    epoch({ number, epoch, epochs, accuracy }) {
      const trial = running.get(number) ?? begin(number);
      trial.known = true;
      trial.bar.max = epochs;
      trial.bar.value = epoch;
      trial.text.textContent = `epoch ${epoch} of ${epochs}, accuracy ${measure(accuracy, 'ratio')}`;
    },
    /** @param {{ number: number, state: TrialState }} event */
    trial({ number, state }) {
      if (state !== 'RUNNING') {
        end(number);
      } else if (!running.has(number)) {
        begin(number);
      }
    },
  };
}

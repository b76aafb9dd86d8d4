// What the running trials are at, epoch by epoch.

import { h, put } from '../dom.js';
import { measure } from '../format.js';

/**
 * @param {HTMLElement} list
 * @param {(trial: number) => string} link
 */
export function runningTrials(list, link) {
  /** @type {Map<number, Epoch | null>} */
  const running = new Map();

  const draw = () =>
    put(
      list,
      ...[...running].sort(([a], [b]) => a - b).map(([number, epoch]) =>
        h(
          'li',
          {},
          h('a', { href: link(number) }, `Trial ${number}`),
          h('progress', {
            max: epoch?.epochs ?? 1,
            value: epoch?.epoch ?? 0,
            'aria-label': `Epochs of trial ${number}`,
          }),
          epoch
            ? `epoch ${epoch.epoch} of ${epoch.epochs}, accuracy ${measure(epoch.accuracy, 'ratio')}`
            : 'begins',
        ),
      ),
    );

  return {
    /**
     * @param {number[]} numbers those that are running now
     * @returns {number[]} those of which no epoch is known
     */
    set(numbers) {
      for (const known of [...running.keys()].filter(number => !numbers.includes(number))) {
        running.delete(known);
      }
      numbers.filter(number => !running.has(number)).forEach(number => running.set(number, null));
      draw();
      return numbers.filter(number => !running.get(number));
    },
    /** @param {{ number: number } & Epoch} event */
    epoch(event) {
      running.set(event.number, event);
      draw();
    },
    /** @param {{ number: number, state: TrialState }} event */
    trial({ number, state }) {
      if (state === 'RUNNING') {
        running.set(number, null);
      } else {
        running.delete(number);
      }
      draw();
    },
  };
}

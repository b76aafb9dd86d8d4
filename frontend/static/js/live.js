// An experiment's event stream, with polling for as long as the stream is down.

import { url } from './api.js';
import { whileVisible } from './refresh.js';

const POLL = 3000;
const RECONNECT = 15000;

/**
 * @typedef {object} Watch
 * @property {(event: { number: number, state: TrialState }) => void} trial a trial began or ended
 * @property {(event: { state: ExperimentState, reason: string }) => void} experiment its state changed
 * @property {(event: { number: number } & Epoch) => void} epoch
 * @property {() => void} missed events may have been missed: look at everything again
 */

/**
 * @param {string} experiment
 * @param {Watch} watch
 * @returns {() => void} ends it
 */
export function watch(experiment, watch) {
  /** @type {EventSource | undefined} */
  let stream;
  /** @type {(() => void) | undefined} */
  let endPolling;
  /** @type {number | undefined} */
  let reconnect;

  const connect = () => {
    clearTimeout(reconnect);
    const source = new EventSource(url(`/experiments/${experiment}/events`));
    stream = source;
    for (const type of /** @type {const} */ (['trial', 'experiment', 'epoch'])) {
      source.addEventListener(type, event => watch[type](JSON.parse(event.data)));
    }
    source.onopen = () => {
      endPolling?.();
      endPolling = undefined;
      watch.missed();
    };
    source.onerror = () => {
      endPolling ??= whileVisible(watch.missed, POLL);
      // The browser tries again by itself, unless the answer was no event stream.
      if (source.readyState === EventSource.CLOSED) {
        reconnect = setTimeout(connect, RECONNECT);
      }
    };
  };
  const disconnect = () => {
    clearTimeout(reconnect);
    stream?.close();
    endPolling?.();
    endPolling = undefined;
  };

  // A page that lies in the back-forward cache must not hold a connection.
  const shown = (/** @type {PageTransitionEvent} */ event) => event.persisted && connect();
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', shown);
  connect();
  return () => {
    disconnect();
    removeEventListener('pagehide', disconnect);
    removeEventListener('pageshow', shown);
  };
}

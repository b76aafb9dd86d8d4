// Values for people. A number never leaves here without its unit.

import { onTarget } from './aggregate.js';

const NBSP = '\u00a0';
const PREFIXES = /** @type {const} */ ([[1e12, 'T'], [1e9, 'G'], [1e6, 'M'], [1e3, 'k']]);
const WHOLE = new Intl.NumberFormat('en');
const THREE_DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, minimumSignificantDigits: 3 });
const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** @type {Record<string, string>} */
const METRICS = {
  accuracy: 'accuracy',
  testAccuracy: 'test accuracy',
  loss: 'loss',
  parameters: 'parameters',
  macs: 'MACs',
  modelSize: 'model size',
  modelSizeInt8: 'model size (int8)',
  peakMemory: 'peak memory',
  latency: 'latency',
  throughput: 'throughput',
  energy: 'energy',
  trainingTime: 'training time',
};

/**
 * Three digits, with a prefix from a thousand on: 1.23, 45.2 k.
 *
 * @param {number} value
 */
export function compact(value) {
  const size = Math.abs(value);
  const prefix = PREFIXES.find(([factor]) => size >= factor * 0.9995);
  if (prefix) {
    return THREE_DIGITS.format(value / prefix[0]) + NBSP + prefix[1];
  }
  return Number.isInteger(value) ? WHOLE.format(value) : decimal(value);
}

/** @param {number} value */
export const whole = value => WHOLE.format(Math.round(value));

/** @param {number} value */
function decimal(value) {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) {
    return value.toExponential(2);
  }
  return size >= 1000 ? WHOLE.format(Math.round(value)) : THREE_DIGITS.format(value);
}

/**
 * A value of a metric with its unit.
 *
 * @param {number | null | undefined} value
 * @param {string} unit as the API names it
 */
export function measure(value, unit) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return '–';
  }
  switch (unit) {
    case 'ratio':
      return `${(value * 100).toFixed(2)}${NBSP}%`;
    case '1':
      return compact(value);
    case 'bytes':
      return compact(value).replace(/^([\d.,-]+)$/, `$1${NBSP}`) + 'B';
    case 'ms':
    case 's':
    case 'mJ':
      return decimal(value) + NBSP + unit;
    default:
      return compact(value) + NBSP + unit;
  }
}

/**
 * An interval, with its unit once.
 *
 * @param {number | null | undefined} low
 * @param {number | null | undefined} high
 * @param {string} unit as the API names it
 */
export function interval(low, high, unit) {
  if (typeof low !== 'number' || typeof high !== 'number') {
    return '–';
  }
  const [from, to] = [measure(low, unit), measure(high, unit)];
  const own = from.slice(from.indexOf(NBSP));
  return from.includes(NBSP) && to.endsWith(own) ? `${from.slice(0, -own.length)}–${to}` : `${from} – ${to}`;
}

/**
 * The unit as it stands beside an axis.
 *
 * @param {string} unit
 */
export function unitLabel(unit) {
  return { ratio: '%', 1: '', bytes: 'B' }[unit] ?? unit;
}

/** @param {string} key of a metric */
export const metricName = key => METRICS[key] ?? key;

/** @param {MetricRef} reference */
export function metricOn(reference) {
  return metricName(reference.metric) + onTarget(reference.target);
}

/** @param {MetricRef} reference @returns {string} as the service writes it: "latency@host", "accuracy" */
export const keyOf = ({ metric, target }) => (target ? `${metric}@${target}` : metric);

/** @param {string} text with a small first letter */
export const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} state of an experiment or a trial */
export const stateName = state => state.toLowerCase().replaceAll('_', ' ');

/**
 * Seconds of an ISO-8601 duration of days and smaller.
 *
 * @param {string} text
 */
export function seconds(text) {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!match) {
    return NaN;
  }
  const [days, hours, minutes, rest] = match.slice(1).map(part => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
}

/**
 * A time span in its two greatest units.
 *
 * @param {number} total in seconds
 */
export function span(total) {
  if (!Number.isFinite(total)) {
    return '–';
  }
  if (total < 10) {
    return `${THREE_DIGITS.format(total)}${NBSP}s`;
  }
  const rounded = Math.round(total);
  const parts = [
    [Math.floor(rounded / 86400), 'd'],
    [Math.floor(rounded / 3600) % 24, 'h'],
    [Math.floor(rounded / 60) % 60, 'min'],
    [rounded % 60, 's'],
  ];
  const first = parts.findIndex(([amount]) => amount !== 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount !== 0)
    .map(([amount, unit]) => `${amount}${NBSP}${unit}`)
    .join(' ');
}

/**
 * @param {string} time ISO-8601
 * @param {number} [now] in milliseconds
 */
export function ago(time, now = Date.now()) {
  const past = Math.max(0, (now - Date.parse(time)) / 1000);
  if (past < 60) {
    return 'just now';
  }
  for (const [size, unit] of /** @type {const} */ ([[86400, 'day'], [3600, 'hour'], [60, 'minute']])) {
    if (past >= size) {
      return RELATIVE.format(-Math.floor(past / size), unit);
    }
  }
  return date(time);
}

/** @param {string} time ISO-8601 */
export const date = time => DATE.format(new Date(time));

/** @param {number[]} sizes channels, height, width; or one size */
export const shape = sizes => sizes.join('×');

/**
 * @param {number} count
 * @param {string} singular
 * @param {string} [plural]
 */
export function counted(count, singular, plural = `${singular}s`) {
  return `${whole(count)} ${count === 1 ? singular : plural}`;
}

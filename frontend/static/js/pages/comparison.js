// The page of one comparison.

import { get } from '../api.js';
import { coursesChart } from '../comparison/courses.js';
import { namesOf } from '../comparison/names.js';
import { runRows, strategyRows } from '../comparison/tables.js';
import { announce, one, put, showFailure, upToDate } from '../dom.js';
import { capital, compact, counted, measure, metricOn, whole } from '../format.js';
import { keepingFocus, released, throttled, whileVisible } from '../refresh.js';
import { showState } from '../state.js';

const INTERVAL = 2000;

const id = /** @type {string} */ (one('main').dataset.comparison);
const canvas = /** @type {HTMLCanvasElement} */ (one('canvas'));
const showCourses = coursesChart(canvas, one('#legend .checks'));

/**
 * @param {ComparisonInfo} comparison
 * @param {MetricInfo[]} metrics
 * @returns {Axis | null} none for the hypervolume, and where nothing is known yet
 */
function axisOf({ measure: key, smallerIsBetter }, metrics) {
  const [metric, target] = (key ?? '').split('@');
  const info = metrics.find(each => each.key === metric);
  return info ? { metric, target, unit: info.unit, direction: smallerIsBetter ? 'MINIMIZE' : 'MAXIMIZE' } : null;
}

/**
 * @param {ComparisonInfo} comparison
 * @param {Axis | null} axis
 */
function summaryOf({ strategies, measure: key }, axis) {
  if (!key) {
    return 'The courses are drawn once a run has ended.';
  }
  const names = namesOf(strategies);
  const best = strategies
    .map(({ rank }, place) => ({ rank, name: names[place] }))
    .filter(({ rank }) => typeof rank === 'number')
    .sort((a, b) => Number(a.rank) - Number(b.rank))[0];
  const what = axis ? `Best ${metricOn(axis)} so far` : 'Hypervolume of the front so far';
  return `${what}, mean over the seeds.${best ? ` Best rank: ${best.name}.` : ''}`;
}

/**
 * @param {ComparisonInfo} comparison
 * @param {MetricInfo[]} metrics
 */
async function show(comparison, metrics) {
  const { state, runsDone, runsTotal, runs, strategies } = comparison;
  const axis = axisOf(comparison, metrics);
  const names = namesOf(strategies);
  const bar = /** @type {HTMLProgressElement} */ (one('#progress'));
  showState(one('#state'), state);
  bar.max = runsTotal;
  bar.value = runsDone;
  bar.classList.toggle('done', state === 'FINISHED');
  const trials = runs.reduce((sum, run) => sum + run.trials, 0);
  one('#progress-text').textContent = `${whole(runsDone)} of ${counted(runsTotal, 'run')}, ${counted(trials, 'trial')} so far`;
  showCourses(strategies, axis);
  const words = summaryOf(comparison, axis);
  one('#courses-summary').textContent = words;
  canvas.setAttribute('aria-label', capital(words));
  const measured = (/** @type {number | null | undefined} */ value) =>
    typeof value === 'number' ? (axis ? measure(value, axis.unit) : compact(value)) : '–';
  await released();
  put(one('#strategies tbody'), ...strategyRows(comparison, names, measured));
  const links = one('#runs tbody');
  keepingFocus(links, () => put(links, ...runRows(comparison, names)));
}

async function start() {
  /** @type {Catalogue} */
  const { metrics } = await get('/catalogue');
  /** @type {() => void} */
  let end = () => {};
  let ended = false;
  const again = async () => {
    /** @type {ComparisonInfo} */
    const comparison = await get(`/comparisons/${id}`);
    await show(comparison, metrics);
    if (comparison.state === 'FINISHED' && !ended) {
      ended = true;
      end();
      announce('Every run has ended.');
    }
  };
  const refresh = throttled(() => upToDate(again()), 300);
  end = whileVisible(refresh, INTERVAL);
  refresh();
}

start().catch(showFailure);

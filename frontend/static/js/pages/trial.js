// The page of one trial.

import { get, root } from '../api.js';
import { announce, facts, h, one, put, showFailure, upToDate } from '../dom.js';
import { counted, date, measure, span, stateName } from '../format.js';
import { watch } from '../live.js';
import { closingAsMenusDo } from '../menu.js';
import { networkDrawing, networkList, networkSummary } from '../network/network-drawing.js';
import { throttled } from '../refresh.js';
import { isFinished, showEnd, showState } from '../state.js';
import { learningCurves } from '../trial/learning-curves.js';
import { measurementRow } from '../trial/measurement-rows.js';

const { experiment, number } = /** @type {{ experiment: string, number: string }} */ (one('main').dataset);
const path = `/experiments/${experiment}/trials/${number}`;
const showCurves = learningCurves(one('#curves'));
let drawn = false;

/** @returns {Promise<Trial>} */
const fetchTrial = () => get(path);

/** @param {Trial} trial */
function show(trial) {
  showState(one('#state'), trial.state);
  showEnd(one('#end'), trial);
  one('#architecture').textContent = trial.architecture.text;
  showDownload(trial);
  showFacts(trial);
  showMeasurements(trial);
  showCurves(trial.learningCurve ?? []);
  if (trial.network && !drawn) {
    drawn = true;
    showNetwork(trial.network);
  }
}

/**
 * What a format weighs is known before it is made: its weights, once or, in the bundle, three times.
 *
 * @param {Trial} trial
 */
function showDownload(trial) {
  one('#download').hidden = !trial.links?.model;
  const size = trial.measurements.find(({ metric }) => metric === 'modelSize')?.value;
  for (const hint of document.querySelectorAll('#download [data-sizes]')) {
    const times = Number(hint.getAttribute('data-sizes'));
    hint.textContent = typeof size === 'number' ? `, about ${measure(size * times, 'bytes')}` : '';
  }
}

/** @param {Trial} trial */
function showFacts(trial) {
  const { fidelity, parent, attempt, source, createdAt, startedAt, finishedAt } = trial;
  facts(one('#facts'), [
    ['Parent', parent ? h('a', { href: `${root}experiments/${experiment}/trials/${parent}` }, `trial ${parent}`) : 'none'],
    ['Fidelity', `${counted(fidelity.epochs, 'epoch')} on ${fidelity.dataFraction === 1 ? 'all' : measure(fidelity.dataFraction, 'ratio')} of the data`],
    ['Result', source === 'MEMORY' ? 'taken from an earlier evaluation of the same architecture' : attempt && attempt > 1 ? `from attempt ${attempt}` : null],
    ['Created', date(createdAt)],
    ['Took', startedAt && finishedAt ? span((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000) : null],
    ['Id', h('code', { class: 'hash' }, trial.architecture.id)],
  ]);
}

/** @param {Trial} trial */
function showMeasurements({ measurements, measuredAgain }) {
  one('#no-measurements').hidden = measurements.length > 0;
  one('#measurements').hidden = measurements.length === 0;
  put(
    one('#measurements tbody'),
    ...measurements.map(measurement => measurementRow(measurement)),
    ...(measuredAgain?.measurements ?? []).map(measurement => measurementRow(measurement, `measured again, alone, ${date(measuredAgain?.at ?? '')}`)),
  );
  one('#not-again').textContent = measuredAgain?.message ? `It could not be measured again: ${measuredAgain.message}` : '';
}

/** @param {NetworkJson} network */
function showNetwork(network) {
  one('#network').hidden = false;
  one('#network-summary').textContent = networkSummary(network);
  put(one('.drawing'), networkDrawing(network));
  put(one('#network-list'), ...networkList(network));
}

async function start() {
  const trial = await fetchTrial();
  show(trial);
  if (isFinished(trial.state)) {
    return;
  }
  let state = trial.state;
  const again = async () => {
    const now = await fetchTrial();
    show(now);
    if (now.state !== state) {
      state = now.state;
      announce(`Trial ${number} is ${stateName(state)}.`);
    }
    if (isFinished(state)) {
      end();
    }
  };
  const refresh = throttled(() => upToDate(again()), 500);
  const ours = (/** @type {{ number: number }} */ event) => event.number === Number(number) && refresh();
  const end = watch(experiment, { trial: ours, epoch: ours, experiment: refresh, missed: refresh });
}

closingAsMenusDo(/** @type {HTMLDetailsElement} */ (one('#download')));
start().catch(showFailure);

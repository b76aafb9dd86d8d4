// The page of one experiment.

import { get, root } from '../api.js';
import { announce, one, showFailure, upToDate } from '../dom.js';
import { actions } from '../experiment/actions.js';
import { baselinePanel } from '../experiment/baselines.js';
import { curvePanels } from '../experiment/curves.js';
import { showHeader } from '../experiment/header.js';
import { runningTrials } from '../experiment/running.js';
import { recommendationDialog } from '../experiment/recommendation.js';
import { scatterPanel, targetsOf } from '../experiment/scatter.js';
import { trialTable } from '../experiment/trial-table.js';
import { stateName } from '../format.js';
import { watch } from '../live.js';
import { throttled, whileVisible } from '../refresh.js';
import { isFinished } from '../state.js';

const INTERVAL = 700;
const CLOCK = 5000;

/** For so long after its end, the members of a front may still be measured again. */
const SECOND = 15 * 60_000;

const id = /** @type {string} */ (one('main').dataset.experiment);
const link = (/** @type {number} */ trial) => `${root}experiments/${id}/trials/${trial}`;
const scatter = scatterPanel(one('#scatter'), id, link);
const table = trialTable(one('#trials'), id, link);
const running = runningTrials(one('#running'), link);
const enable = actions(one('#actions'), id, show);

/** @param {Experiment} experiment */
function show(experiment) {
  showHeader(experiment);
  enable(experiment.state);
}

async function refreshHeader() {
  /** @type {Experiment} */
  const experiment = await get(`/experiments/${id}`);
  show(experiment);
  return experiment;
}

async function refreshRunning() {
  /** @type {Paged<Trial>} */
  const page = await get(`/experiments/${id}/trials?state=RUNNING&size=50`);
  const unknown = running.set(page.items.map(trial => trial.number));
  const trials = await Promise.all(
    unknown.map(number => /** @type {Promise<Trial>} */ (get(`/experiments/${id}/trials/${number}`))),
  );
  for (const { number, state, learningCurve } of trials) {
    const last = learningCurve?.at(-1);
    if (last && state === 'RUNNING') {
      running.epoch({ number, ...last });
    }
  }
}

async function start() {
  const [experiment, catalogue] = await Promise.all([
    refreshHeader(),
    /** @type {Promise<Catalogue>} */ (get('/catalogue')),
  ]);
  scatter.offer(experiment, catalogue.metrics);
  table.offer(experiment);
  recommendationDialog(
    /** @type {HTMLDialogElement} */ (one('#recommendation')),
    /** @type {HTMLButtonElement} */ (one('#recommend')),
    id,
    link,
    targetsOf(experiment.spec),
    catalogue.metrics,
  );
  const refreshCurves = curvePanels(one('#hypervolume'), one('#best'), id, experiment.spec.objectives, catalogue.metrics);
  const everything = async () => {
    await Promise.all([scatter.refresh(), table.refresh(), refreshCurves()]);
  };
  await Promise.all([everything(), refreshRunning()]);
  await baselinePanel(one('#baselines'), id, scatter.compareWith);
  if (isFinished(experiment.state)) {
    lookOutForSecond(experiment);
  } else {
    follow(experiment.state, everything);
  }
}

/** @param {Experiment} experiment that has ended */
function lookOutForSecond({ finishedAt, spec }) {
  const left = Date.parse(finishedAt ?? '') + SECOND - Date.now();
  if (left > 0 && !spec.benchmark && spec.hardwareTargets.length > 0) {
    const end = whileVisible(() => upToDate(scatter.refresh()), CLOCK);
    setTimeout(end, left);
  }
}

/**
 * @param {ExperimentState} state
 * @param {() => Promise<void>} everything
 */
function follow(state, everything) {
  const tell = (/** @type {ExperimentState} */ now) => {
    if (now !== state) {
      announce(`The experiment is ${stateName(now)}.`);
      state = now;
    }
  };
  const again = async () => {
    const [experiment] = await Promise.all([refreshHeader(), everything()]);
    tell(experiment.state);
    if (isFinished(experiment.state)) {
      running.set([]);
      endClock();
      end();
      lookOutForSecond(experiment);
    }
  };
  const refresh = throttled(() => upToDate(again()), INTERVAL);
  // Elapsed and remaining time move between events too.
  const endClock = whileVisible(() => upToDate(refreshHeader()), CLOCK);
  const end = watch(id, {
    trial(event) {
      running.trial(event);
      refresh();
    },
    epoch: running.epoch,
    experiment: refresh,
    missed() {
      refresh();
      upToDate(refreshRunning());
    },
  });
}

start().catch(showFailure);

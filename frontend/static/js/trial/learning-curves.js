// Loss and accuracy by epoch, as charts, words and a table.

import { lineChart } from '../charts/chart-lines.js';
import { metricAxis, valueAxis, wholeAxis } from '../charts/chart-theme.js';
import { h, one, put } from '../dom.js';
import { measure, span } from '../format.js';

/** @type {Axis} */
const ACCURACY = { metric: 'accuracy', unit: 'ratio', direction: 'MAXIMIZE' };

/** @param {HTMLElement} panel */
export function learningCurves(panel) {
  const accuracy = canvas('accuracy-chart');
  const loss = canvas('loss-chart');
  const showAccuracy = lineChart(accuracy);
  const showLoss = lineChart(loss);
  return (/** @type {Epoch[]} */ curve) => {
    const none = curve.length === 0;
    one('#no-curves').hidden = !none;
    one('.columns', panel).hidden = none;
    one('#curves-details').hidden = none;
    if (none) {
      return;
    }
    const common = {
      x: () => ({ ...wholeAxis('Epoch'), suggestedMax: curve[0].epochs, min: 1 }),
      at: (/** @type {number} */ epoch) => `Epoch ${epoch}`,
    };
    showAccuracy({
      ...common,
      lines: [{ label: 'accuracy', colour: 'accent', points: of(curve, 'accuracy') }],
      y: () => metricAxis(ACCURACY),
      value: value => measure(value, 'ratio'),
    });
    showLoss({
      ...common,
      lines: [
        { label: 'training loss', colour: 'second', dashed: true, points: of(curve, 'trainingLoss') },
        { label: 'validation loss', colour: 'accent', points: of(curve, 'validationLoss') },
      ],
      y: () => valueAxis('Loss (nats)'),
      value: value => measure(value, 'nats'),
    });
    const words = summary(curve);
    one('#curves-summary').textContent = words;
    accuracy.setAttribute('aria-label', `Accuracy by epoch. ${words}`);
    loss.setAttribute('aria-label', `Loss by epoch. ${words}`);
    put(one('tbody', one('#curves-details')), ...curve.map(row));
  };
}

/** @param {string} id */
const canvas = id => /** @type {HTMLCanvasElement} */ (one(`#${id}`));

/**
 * @param {Epoch[]} curve
 * @param {'accuracy' | 'trainingLoss' | 'validationLoss'} key
 */
const of = (curve, key) => curve.map(epoch => ({ x: epoch.epoch, y: epoch[key] }));

/** @param {Epoch[]} curve */
function summary(curve) {
  const last = curve[curve.length - 1];
  const best = curve.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
  return `Epoch ${last.epoch} of ${last.epochs}: best accuracy ${measure(best.accuracy, 'ratio')} at epoch ${best.epoch}, `
    + `validation loss ${measure(last.validationLoss, 'nats')}.`;
}

/** @param {Epoch} epoch */
function row({ epoch, accuracy, trainingLoss, validationLoss, seconds }) {
  const values = [epoch, measure(accuracy, 'ratio'), measure(trainingLoss, 'nats'), measure(validationLoss, 'nats'), span(seconds)];
  return h('tr', {}, ...values.map(value => h('td', { class: 'number' }, value)));
}

// What one architecture costs on a target, asked on the spot.

import { send } from '../api.js';
import { h, one, put } from '../dom.js';
import { counted } from '../format.js';
import { pluginChoice } from '../form/plugin-choice.js';
import { submitting } from '../form/submitting.js';
import { measurementRow } from '../trial/measurement-rows.js';
import { pathOf } from './target-words.js';

/**
 * @param {HTMLFormElement} form
 * @param {string} name of the target
 * @param {PluginInfo[]} spaces
 */
export function testForm(form, name, spaces) {
  const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (one(`#${id}`, form));
  const words = one('[role="status"]', form);
  const result = one('#test-result');
  const space = pluginChoice(one('[data-field="searchSpace"]', form), 'searchSpace', spaces, 'nas-bench-201');
  submitting(form, async () => {
    const architecture = input('test-architecture').value.trim();
    words.textContent = 'Measuring…';
    try {
      /** @type {TargetTest} */
      const test = await send('POST', `${pathOf(name)}/test`, {
        searchSpace: space.read(),
        input: input('test-input').value.split(/[\s,;×x]+/).filter(Boolean).map(numeric),
        classes: numeric(input('test-classes').value),
        ...(architecture ? { architecture } : {}),
      });
      show(result, test);
      words.textContent = counted(test.measurements.length, 'measurement');
    } catch (failure) {
      result.hidden = true;
      words.textContent = '';
      throw failure;
    }
  });
}

/** @param {string} text as it was typed, where it is no number: the service refuses it */
const numeric = text => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text);

/**
 * @param {HTMLElement} result
 * @param {TargetTest} test
 */
function show(result, { architecture, measurements, estimatedOperators, unseenOperators }) {
  result.hidden = false;
  put(one('.architecture', result), architecture.text);
  put(one('tbody', result), ...measurements.map(measurement => measurementRow(measurement)));
  const unseen = unseenOperators ?? [];
  const estimated = estimatedOperators ?? unseen;
  one('details', result).hidden = estimated.length === 0;
  put(
    one('summary', result),
    unseen.length > 0
      ? `${counted(unseen.length, 'kind')} of operators never measured, so the interval is wide`
      : `${counted(estimated.length, 'operator')} not in the table, estimated from others`
  );
  put(one('details ul', result), ...estimated.map(operator => h('li', {}, h('code', {}, operator))));
}

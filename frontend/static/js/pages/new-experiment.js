// The form that begins a search.

import { ApiError, get, newKey, root, send } from '../api.js';
import { copy } from '../copy.js';
import { one, showFailure } from '../dom.js';
import { specForm } from '../form/spec-form.js';
import { clearErrors, showErrors } from '../form/field-errors.js';

const form = /** @type {HTMLFormElement} */ (one('#spec-form'));
const summary = one('#error-summary');
const checked = one('#checked');
const parameters = new URLSearchParams(location.search);

async function start() {
  const [catalogue, datasets, benchmarks, targets, earlier] = await Promise.all([
    /** @type {Promise<Catalogue>} */ (get('/catalogue')),
    /** @type {Promise<Paged<DatasetInfo>>} */ (get('/datasets?size=200')),
    /** @type {Promise<Paged<BenchmarkInfo>>} */ (get('/benchmarks?size=200')),
    /** @type {Promise<Paged<HardwareTargetInfo>>} */ (get('/hardware-targets?size=200')),
    /** @type {Promise<Experiment | null>} */ (
      parameters.has('from') ? get(`/experiments/${parameters.get('from')}`) : Promise.resolve(null)
    ),
  ]);
  let ready = false;
  const fields = specForm(form, catalogue, datasets.items, benchmarks.items, targets.items, () => ready && showRequest(fields.read()));
  if (earlier) {
    fields.write({ ...earlier.spec, name: `${earlier.name} again`, notes: earlier.notes ?? '', labels: earlier.labels });
  } else {
    fields.chooseDataset(parameters.get('dataset') ?? '');
    fields.chooseBenchmark(parameters.get('benchmark') ?? '');
  }
  ready = true;
  showRequest(fields.read());
  wire(fields);
}

/** @param {{ read: () => ExperimentSpec }} fields */
function wire(fields) {
  // The same request sent twice, by a double click or after a lost answer, makes one experiment.
  let key = newKey();
  form.addEventListener('input', () => {
    key = newKey();
    checked.textContent = '';
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    attempt(async () => {
      /** @type {Experiment} */
      const experiment = await send('POST', '/experiments', fields.read(), key);
      location.assign(`${root}experiments/${experiment.id}`);
    });
  });
  one('#check').addEventListener('click', () =>
    attempt(async () => {
      /** @type {{ warnings: string[] }} */
      const { warnings } = await send('POST', '/experiments/validate', fields.read());
      checked.textContent = warnings.join(' ') || 'Nothing is wrong with it.';
    }),
  );
  one('#copy-json').addEventListener('click', () => copy(one('#json')));
  one('#copy-curl').addEventListener('click', () => copy(one('#curl')));
}

/** @param {() => Promise<void>} request */
async function attempt(request) {
  clearErrors(form);
  summary.hidden = true;
  checked.textContent = '';
  try {
    await request();
  } catch (failure) {
    if (failure instanceof ApiError) {
      showErrors(form, summary, failure.problem);
    } else {
      showFailure(failure);
    }
  }
}

/** @param {ExperimentSpec} spec */
function showRequest(spec) {
  const json = JSON.stringify(spec, null, 2);
  one('#json').textContent = json;
  one('#curl').textContent = [
    `curl -X POST ${location.origin}${root}api/v1/experiments \\`,
    ...(one('main').dataset.signedIn ? ['  -H "Authorization: Bearer $SKYLINE_TOKEN" \\'] : []),
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${json.replaceAll("'", `'\\''`)}'`,
  ].join('\n');
}

start().catch(showFailure);

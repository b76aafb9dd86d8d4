// Problem details, each shown at its field.

import { h, one, put } from '../dom.js';

/**
 * Takes all errors off a form.
 *
 * @param {HTMLElement} form
 */
export function clearErrors(form) {
  form.querySelectorAll('.field-error').forEach(error => error.remove());
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(id => !id.endsWith('-error'));
    if (described.join('')) {
      control.setAttribute('aria-describedby', described.join(' '));
    } else {
      control.removeAttribute('aria-describedby');
    }
  }
}

/**
 * Shows each error at the field that it names, or at the nearest part of the form around it, and a summary that links to
 * them. The summary gets the focus.
 *
 * @param {HTMLElement} form
 * @param {HTMLElement} summary
 * @param {Problem} problem
 */
export function showErrors(form, summary, problem) {
  clearErrors(form);
  const errors = problem.errors ?? [];
  const found = errors.map(({ field, message }) => ({ field, message, control: controlOf(form, field) }));
  const items = found.sort(inOrderOfTheForm).map(({ field, message, control }, index) => {
    if (!control) {
      return h('li', {}, `${field}: ${message}`);
    }
    const told = `${placeIn(control, field)}${message}`;
    mark(control, told, `${index}`);
    return h('li', {}, h('a', { href: `#${control.id}`, onclick: event => focus(event, control) }, `${nameOf(control, field)}: ${told}`));
  });
  put(
    summary,
    h('p', {}, problem.detail ?? problem.title ?? 'This was refused.'),
    items.length > 0 && h('ul', {}, ...items),
  );
  summary.hidden = false;
  summary.focus();
}

/**
 * Those without a place come last.
 *
 * @param {{ control: HTMLElement | null }} a
 * @param {{ control: HTMLElement | null }} b
 */
function inOrderOfTheForm({ control: a }, { control: b }) {
  if (!a || !b) {
    return Number(!a) - Number(!b);
  }
  return a === b ? 0 : a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * @param {HTMLElement} form
 * @param {string} field as the API names it: "constraints[0].metric"
 * @returns {HTMLElement | null}
 */
export function controlOf(form, field) {
  for (let path = field; path; path = path.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const control = form.querySelector(`[data-field="${CSS.escape(path)}"]`);
    if (control) {
      return /** @type {HTMLElement} */ (control);
    }
  }
  return null;
}

/**
 * Where in a document the error is.
 *
 * @param {HTMLElement} control
 * @param {string} field
 */
function placeIn(control, field) {
  const place = control.matches('textarea') ? field.slice(control.dataset.field?.length ?? 0).replace(/^\./, '') : '';
  return place ? `${place}: ` : '';
}

/**
 * What people call a field.
 *
 * @param {HTMLElement} control
 * @param {string} field
 */
function nameOf(control, field) {
  const whole = /** @type {HTMLInputElement} */ (control).labels?.[0];
  const label = (whole?.firstChild instanceof Text ? whole.firstChild : whole) ?? control.querySelector('legend');
  const row = control.closest('[role="group"]')?.getAttribute('aria-label');
  const own = label?.textContent?.trim() || (row ? '' : field);
  return [row, own].filter(Boolean).join(', ');
}

/**
 * @param {HTMLElement} control
 * @param {string} message
 * @param {string} key makes ids unique where a control has several errors
 */
function mark(control, message, key) {
  control.id ||= `field-${key}`;
  const error = h('p', { class: 'field-error', id: `${control.id}-${key}-error` }, message);
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${error.id}`.trim());
  const around = control.matches('input, select, textarea') ? control.closest('.field') : control;
  (around ?? control).append(error);
}

/**
 * @param {Event} event
 * @param {HTMLElement} control
 */
function focus(event, control) {
  event.preventDefault();
  const target = control.matches('input, select, textarea') ? control : one('input, select, button', control);
  target.focus();
}

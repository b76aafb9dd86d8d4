// A form whose errors come from the service.

import { ApiError } from '../api.js';
import { clearFailure, one, showFailure } from '../dom.js';
import { clearErrors, showErrors } from './field-errors.js';

/** @param {HTMLFormElement} form @returns {FormData} what was filled in: an empty field is one that is left out */
export function filled(form) {
  const data = new FormData();
  for (const [field, value] of new FormData(form)) {
    if (value !== '') {
      data.append(field, value);
    }
  }
  return data;
}

/**
 * @param {HTMLFormElement} form with a summary of errors in it
 * @param {() => Promise<void>} submit
 */
export function submitting(form, submit) {
  const summary = one('.error-summary', form);
  const button = /** @type {HTMLButtonElement} */ (one('button[type="submit"]', form));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    clearErrors(form);
    summary.hidden = true;
    button.disabled = true;
    try {
      await submit();
      clearFailure();
    } catch (failure) {
      if (failure instanceof ApiError) {
        showErrors(form, summary, failure.problem);
      } else {
        showFailure(failure);
      }
    } finally {
      button.disabled = false;
    }
  });
}

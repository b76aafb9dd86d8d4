// Building and finding elements. Text is always set as text, never as markup.

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes] "onclick" and the like add a listener; false, null and undefined leave one out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  put(element, ...children);
  return element;
}

/**
 * Replaces what an element holds.
 *
 * @param {Element} element
 * @param {...Child} children
 */
export function put(element, ...children) {
  element.replaceChildren(
    .../** @type {(Node | string)[]} */ (
      children.filter(child => child !== null && child !== undefined && child !== false).map(child =>
        child instanceof Node ? child : String(child),
      )
    ),
  );
}

/**
 * Shows terms with their values; those without a value are left out.
 *
 * @param {HTMLElement} list a dl
 * @param {[string, Child][]} all
 */
export function facts(list, all) {
  put(list, ...all.filter(([, value]) => value).map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))));
}

/**
 * The one element that a selector finds; a page without it is broken.
 *
 * @template {Element} [E=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {E}
 */
export function one(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) {
    throw new Error(`there is no ${selector} on this page`);
  }
  return /** @type {E} */ (found);
}

/**
 * @param {ParentNode} within
 * @param {string} name of a select
 */
export const select = (within, name) => /** @type {HTMLSelectElement} */ (one(`select[name="${name}"]`, within));

/**
 * Gives a select its options and keeps what was chosen, where it is still there.
 *
 * @param {HTMLSelectElement} element
 * @param {{ value: string, text: string, disabled?: boolean }[]} options
 * @param {string} [preferred] chosen where nothing valid is
 */
export function options(element, options, preferred) {
  const chosen = element.value;
  put(
    element,
    ...options.map(({ value, text, disabled }) => h('option', { value, disabled }, text)),
  );
  const valid = (/** @type {string | undefined} */ value) =>
    options.some(option => option.value === value && !option.disabled);
  element.value = valid(chosen) ? chosen : valid(preferred) ? /** @type {string} */ (preferred) : options[0]?.value ?? '';
}

/**
 * Says something to screen readers.
 *
 * @param {string} text
 */
export function announce(text) {
  one('#announcer').textContent = text;
}

/**
 * Shows at the top of the page why what was asked for failed, until something that was asked for succeeds.
 *
 * @param {unknown} failure
 */
export function showFailure(failure) {
  tell('action', failure);
}

export function clearFailure() {
  withdraw('action');
}

/**
 * Shows at the top of the page that it could not be brought up to date, until it could. A refresh that goes well says
 * nothing of an action that was refused.
 *
 * @param {Promise<unknown>} refresh
 */
export const upToDate = refresh => refresh.then(() => withdraw('refresh'), failure => tell('refresh', failure));

/**
 * @param {string} what failed
 * @param {unknown} failure
 */
function tell(what, failure) {
  if (!(failure instanceof Error)) {
    throw failure;
  }
  if (failure.name === 'AbortError') {
    return;
  }
  withdraw(what);
  one('#notice').append(h('p', { class: 'notice bad', 'data-of': what }, failure.message));
}

/** @param {string} what has not failed */
function withdraw(what) {
  one('#notice').querySelector(`[data-of="${what}"]`)?.remove();
}

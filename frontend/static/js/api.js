// Calls to /api/v1. A refusal is an ApiError that carries the problem detail.

/** @param {string} name */
const meta = name => /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[name="${name}"]`))?.content;

/** Path of the service itself, ending in a slash. */
export const root = meta('base-path') ?? '/';

export class ApiError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? `Status ${problem.status}`);
    this.problem = problem;
  }
}

/** @param {string} path below /api/v1 */
export const url = path => `${root}api/v1${path}`;

/** @param {Record<string, string | number | null | undefined>} parameters those without a value are left out */
export function query(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/**
 * @template T
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export async function get(path, signal) {
  return answer(await reach(url(path), { headers: { Accept: 'application/json' }, signal }));
}

/**
 * @template T
 * @param {'POST' | 'PATCH' | 'DELETE'} method
 * @param {string} path
 * @param {unknown} [body] sent as JSON
 * @param {string} [idempotencyKey]
 * @returns {Promise<T>}
 */
export async function send(method, path, body, idempotencyKey) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json', ...csrf() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (idempotencyKey) {
    headers['Idempotency-Key'] = idempotencyKey;
  }
  return answer(
    await reach(url(path), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }),
  );
}

/**
 * Sends a form with files; fetch does not tell how far an upload has come, so this is an XMLHttpRequest.
 *
 * @template T
 * @param {string} path
 * @param {FormData} form
 * @param {(share: number) => void} onProgress share sent so far, 0 to 1
 * @returns {Promise<T>}
 */
export function upload(path, form, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url(path));
    for (const [name, value] of Object.entries({ Accept: 'application/json', ...csrf() })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(unreachable());
    request.onload = () => settle(request.status, request.responseText).then(value => resolve(/** @type {T} */ (value)), reject);
    request.send(form);
  });
}

/** A new value for the Idempotency-Key header; crypto.randomUUID is missing on plain http. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns {Record<string, string>} */
function csrf() {
  const header = meta('csrf-header');
  const token = meta('csrf-token');
  return header && token ? { [header]: token } : {};
}

/**
 * @param {string} address
 * @param {RequestInit} init
 */
async function reach(address, init) {
  try {
    return await fetch(address, init);
  } catch (failure) {
    throw failure instanceof TypeError ? unreachable() : failure;
  }
}

function unreachable() {
  return new ApiError({ status: 0, title: 'The service cannot be reached.' });
}

/** @param {Response} response */
async function answer(response) {
  return settle(response.status, await response.text());
}

/**
 * @param {number} status
 * @param {string} text
 */
async function settle(status, text) {
  if (status >= 200 && status < 300) {
    return text ? JSON.parse(text) : undefined;
  }
  throw new ApiError(problem(status, text));
}

/**
 * @param {number} status
 * @param {string} text
 * @returns {Problem}
 */
function problem(status, text) {
  if (status === 401) {
    return { status, title: 'You are not signed in any more. Reload the page to sign in.' };
  }
  try {
    return { ...JSON.parse(text), status };
  } catch (notJson) {
    return { status, title: `The service answered with status ${status}.` };
  }
}

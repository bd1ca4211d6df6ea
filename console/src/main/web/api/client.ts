import { Problem } from './problem';

const ROOT = '/api/v1/';

interface Request {
  readonly body?: unknown;
  /** The version that was seen; the server refuses to overwrite another. */
  readonly version?: number;
}

/** Calls the API of the server that the page came from. Throws a Problem for any answer that is no success. */
export async function call<T>(method: string, path: string, request: Request = {}): Promise<T> {
  const headers: Record<string, string> = {};
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  if (request.version !== undefined) headers['If-Match'] = `"${request.version}"`;
  const answer = await fetch(ROOT + path, {
    method,
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  }).catch(() => {
    throw Problem.unreachable();
  });
  const text = await answer.text();
  if (!answer.ok) throw new Problem(answer.status, parsed(text));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function parsed(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}

/** A part of a path. */
export function segment(name: string): string {
  return encodeURIComponent(name);
}

import type { ProxyRequest } from '../../api/types';

const JSON_V2 = 'application/vnd.kafka.json.v2+json';
const KAFKA_V2 = 'application/vnd.kafka.v2+json';
const READER = '/consumers/console/instances/reader';

/** What one asks the proxy to send a message and to read it. Each is a step with a text of its own. */
export interface Steps {
  readonly topics: ProxyRequest;
  readonly produce: ProxyRequest;
  readonly create: ProxyRequest;
  readonly subscribe: ProxyRequest;
  readonly read: ProxyRequest;
  readonly remove: ProxyRequest;
}

/** For a topic, to which a value goes that is written as JSON. */
export function steps(topic: string, value: string): Steps {
  const name = encodeURIComponent(topic);
  const reader = '{"name":"reader","format":"json","auto.offset.reset":"earliest"}';
  return {
    topics: { method: 'GET', path: '/topics' },
    produce: post(`/topics/${name}`, JSON_V2, `{"records":[{"value":${value}}]}`),
    create: post('/consumers/console', KAFKA_V2, reader),
    subscribe: post(`${READER}/subscription`, KAFKA_V2, JSON.stringify({ topics: [topic] })),
    read: { method: 'GET', path: `${READER}/records`, accept: JSON_V2 },
    remove: { method: 'DELETE', path: READER, contentType: KAFKA_V2 },
  };
}

const post = (path: string, contentType: string, body: string): ProxyRequest => ({
  method: 'POST',
  path,
  contentType,
  body,
});

/** The same as a line for a shell, to a proxy whose address ends with a slash. */
export function line(address: string, { method, path, contentType, accept, body }: ProxyRequest): string {
  const url = quoted(address + path.slice(1));
  const parts = [
    ...(method === 'GET' || method === 'POST' ? [] : [`-X ${method}`]),
    ...(contentType ? [`-H ${quoted(`Content-Type: ${contentType}`)}`] : []),
    ...(accept ? [`-H ${quoted(`Accept: ${accept}`)}`] : []),
    ...(body ? [`\\\n  --data ${quoted(body)}`] : []),
  ];
  return `curl ${[...parts, parts.length === 0 ? url : `\\\n  ${url}`].join(' ')}`;
}

/** So that a shell takes it as it is. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Whether a text is JSON, as a value must be. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A body as one reads it: JSON with a line for each part, all else as it is. */
export function pretty(body: string): string {
  return isJson(body) ? JSON.stringify(JSON.parse(body), null, 2) : body;
}

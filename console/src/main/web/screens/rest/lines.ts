const JSON_V2 = 'application/vnd.kafka.json.v2+json';
const KAFKA_V2 = 'application/vnd.kafka.v2+json';
const READER = 'consumers/console/instances/reader';

/** What one types into a shell to send a message and to read it. Each is a step with a text of its own. */
export interface Lines {
  readonly topics: string;
  readonly produce: string;
  readonly create: string;
  readonly subscribe: string;
  readonly read: string;
  readonly remove: string;
}

/** For the proxy at an address, which ends with a slash. */
export function lines(address: string, topic: string): Lines {
  const name = encodeURIComponent(topic);
  return {
    topics: `curl ${quoted(`${address}topics`)}`,
    produce: post(JSON_V2, '{"records":[{"value":{"hello":"world"}}]}', `${address}topics/${name}`),
    create: post(
      KAFKA_V2,
      '{"name":"reader","format":"json","auto.offset.reset":"earliest"}',
      `${address}consumers/console`,
    ),
    subscribe: post(KAFKA_V2, JSON.stringify({ topics: [topic] }), `${address}${READER}/subscription`),
    read: `curl -H ${quoted(`Accept: ${JSON_V2}`)} \\\n  ${quoted(`${address}${READER}/records`)}`,
    remove: `curl -X DELETE -H ${quoted(`Content-Type: ${KAFKA_V2}`)} \\\n  ${quoted(`${address}${READER}`)}`,
  };
}

function post(type: string, body: string, url: string): string {
  return `curl -H ${quoted(`Content-Type: ${type}`)} \\\n  --data ${quoted(body)} \\\n  ${quoted(url)}`;
}

/** So that a shell takes it as it is. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

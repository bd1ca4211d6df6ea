import type { ExplainedMessage } from '../../api/types';

/** A value as people read it: text without its quotes. */
export function shown(json: string): string {
  if (!json.startsWith('"')) return json === 'null' ? 'NULL' : json;
  try {
    return JSON.parse(json) as string;
  } catch {
    return json;
  }
}

/** What a message is about on one line: the changes of an update, else the first columns. */
export function summary(message: ExplainedMessage): string {
  if (message.operation === 'UPDATE') {
    return message.columns
      .filter((column) => column.changed)
      .map((column) => `${column.name}: ${shown(column.old)} → ${shown(column.new)}`)
      .join(', ');
  }
  return message.columns
    .map((column) => `${column.name}: ${shown(message.operation === 'DELETE' ? column.old : column.new)}`)
    .join(', ');
}

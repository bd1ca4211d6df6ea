import type { Messages } from '../messages.es';

export const metrics: Messages['metrics'] = {
  title: 'Metrics',
  lead: 'What the platform measures of its tasks, since this page was opened. Prometheus reads the same at /metrics.',
  raw: "Prometheus' text",
  measuring: 'Measuring…',
  none: 'Nothing is measured yet',
  noneText: 'Run a task: here you will see its rows, its latencies and its state.',
  perSecond: 'Per second',
  value: 'Value',
  platform: 'Platform',
  total: (n: string) => `${n} in all`,
  others: (n: string) => `And ${n} more lines, in Prometheus' text.`,
  /** The server's own words are English. */
  helps: {},
};

import type { Messages } from '../messages.es';

export const start: Messages['start'] = {
  title: 'First steps',
  done: 'Done',
  steps: { source: 'Source', target: 'Target', task: 'Task', tables: 'Tables', run: 'Run' },
  ways: {
    source: 'Connect a database',
    target: 'Connect a Kafka',
    task: 'Create a task',
    tables: 'Choose the tables',
    run: 'Run the task',
  },
  ownKafka: "Use the platform's Kafka",
};

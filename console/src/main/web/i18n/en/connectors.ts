import type { Messages } from '../messages.es';

export const connectors: Messages['connectors'] = {
  title: 'Connectors',
  lead: "What runs on the platform's Kafka Connect workers: replication tasks, backups and connectors of your own.",
  none: 'No connectors',
  noneText: "A task that runs, a backup ('caudal backup create') or a connector of your own appears here.",
  states: {
    running: 'Running',
    paused: 'Paused',
    stopped: 'Stopped',
    failed: 'Failed',
    restarting: 'Restarting',
    unassigned: 'Unassigned',
    destroyed: 'Removed',
  },
  task: (n: number, state: string, worker: string) => `Task ${n}: ${state}, on ${worker}`,
  trace: 'Show the whole error',
  settings: 'Show the settings',
  open: 'Open the task',
  actions: { pause: 'Pause', resume: 'Resume', restart: 'Restart' },
};

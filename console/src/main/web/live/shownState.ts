import type { Task, TaskStatus } from '../api/types';
import type { Messages } from '../i18n/messages.es';

export type ShownState = keyof Messages['states'];

/** What a badge says: Connect's word where the task does not work, else how the monitor finds it to be. */
export function shownState(task: Pick<Task, 'state'>, status?: TaskStatus): ShownState {
  switch (task.state) {
    case 'draft':
    case 'stopping':
    case 'stopped':
    case 'error':
      return task.state;
    default:
      return moving(task.state, status);
  }
}

function moving(state: Task['state'], status?: TaskStatus): ShownState {
  const condition = status?.condition ?? 'unknown';
  if (condition !== 'unknown' && condition !== 'stopped' && condition !== 'failed') return condition;
  return state === 'applying' ? 'changes' : (state as ShownState);
}

import type { Endpoint, Task } from '../../api/types';

/** What somebody does first, in this order. */
export const STEPS = ['source', 'target', 'task', 'tables', 'run'] as const;

export type Step = (typeof STEPS)[number];

/** The first step that is still to be done; none once a task has been run, or somebody made one without the console. */
export function nextStep(endpoints: readonly Endpoint[], tasks: readonly Task[]): Step | undefined {
  if (tasks.some((task) => !task.managed || task.deployed !== null)) return undefined;
  if (!endpoints.some((endpoint) => endpoint.role === 'source')) return 'source';
  if (!endpoints.some((endpoint) => endpoint.role === 'target')) return 'target';
  if (tasks.length === 0) return 'task';
  return tasks.some((task) => (task.tables?.include.length ?? 0) > 0) ? 'run' : 'tables';
}

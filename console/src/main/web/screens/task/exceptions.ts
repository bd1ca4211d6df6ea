import type { Task } from '../../api/types';

/** Where rows are that a task could not send, as the connector names it. */
export function exceptionsTopic({ name, settings }: Pick<Task, 'name' | 'settings'>): string {
  return settings?.['exceptions.topic'] || `${name.replace(/[^A-Za-z0-9._-]/g, '_')}.exceptions`;
}

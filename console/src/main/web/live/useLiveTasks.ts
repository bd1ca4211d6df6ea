import { skipToken, useQuery } from '@tanstack/react-query';
import type { TaskStatus } from '../api/types';
import { liveTasksKey } from './LiveStream';

/** What the stream last said of all tasks, by name. */
export function useLiveTasks(): ReadonlyMap<string, TaskStatus> {
  const { data } = useQuery<readonly TaskStatus[]>({ queryKey: liveTasksKey, queryFn: skipToken });
  return new Map((data ?? []).map((status) => [status.name, status]));
}

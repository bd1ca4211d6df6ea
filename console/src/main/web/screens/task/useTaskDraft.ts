import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { saveTask } from '../../api/tasks';
import type { Task, TaskBody } from '../../api/types';
import { useAttempt } from '../../ui/useAttempt';

const NOTHING = { include: [], exclude: [] };

/** What a managed task is defined as, without what the server adds. */
export function definition(task: Task): TaskBody {
  return {
    name: task.name,
    description: task.description ?? '',
    source: task.source ?? null,
    target: task.target ?? null,
    fullLoad: task.fullLoad ?? true,
    applyChanges: task.applyChanges ?? true,
    tables: task.tables ?? NOTHING,
    tableSettings: task.tableSettings ?? {},
    tableRules: task.tableRules ?? [],
    settings: task.settings ?? {},
  };
}

/**
 * A definition that is being changed. It is saved over the version on which it was begun, so what somebody else saved
 * meanwhile is never overwritten: then `conflict` is set, and the form shows what is there.
 */
export function useTaskDraft(task: Task) {
  const cache = useQueryClient();
  const [edited, setEdited] = useState<{ body: TaskBody; version: number }>();
  const [conflict, setConflict] = useState(false);
  const { busy, error, attempt, clear } = useAttempt();
  const draft = edited?.body ?? definition(task);

  const discard = () => {
    setEdited(undefined);
    setConflict(false);
    clear();
  };
  const change = (part: Partial<TaskBody>) => {
    setConflict(false);
    setEdited({ body: { ...draft, ...part }, version: edited?.version ?? task.version ?? 0 });
  };
  const save = () =>
    void attempt(async () => {
      if (edited === undefined) return;
      try {
        cache.setQueryData(['tasks', task.name], await saveTask(edited.body, edited.version));
        setEdited(undefined);
      } catch (failure) {
        if (!(failure instanceof Problem && failure.status === 412)) throw failure;
        // First what is there now: the words on the conflict promise that it is shown.
        await cache.invalidateQueries({ queryKey: ['tasks'] });
        setEdited(undefined);
        setConflict(true);
      }
      await cache.invalidateQueries({ queryKey: ['tasks'] });
    });
  return { draft, changed: edited !== undefined, conflict, busy, error, change, save, discard };
}

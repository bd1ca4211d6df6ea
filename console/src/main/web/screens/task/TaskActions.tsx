import {
  IconDots,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlayerTrackNext,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Role } from '../../api/session';
import { act, deleteTask } from '../../api/tasks';
import type { Action, Task } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useMay } from '../../session/SignedIn';
import { Confirm } from '../../ui/Confirm';
import { ActionIcon, Button, Group, Menu, Stack } from '../../ui/controls';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';

const ICONS: Record<Action, ReactNode> = {
  run: <IconPlayerPlay size={16} aria-hidden />,
  stop: <IconPlayerStop size={16} aria-hidden />,
  resume: <IconPlayerTrackNext size={16} aria-hidden />,
  reload: <IconRefresh size={16} aria-hidden />,
  delete: <IconTrash size={16} aria-hidden />,
};

const ROLE: Record<Action, Role> = {
  run: 'operator',
  stop: 'operator',
  resume: 'operator',
  reload: 'operator',
  delete: 'designer',
};

interface Props {
  readonly task: Task;
  readonly compact?: boolean;
}

/** What may be done with a task in its state; the server decides what that is. */
export function TaskActions({ task, compact = false }: Props) {
  const messages = useMessages();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { busy, error, attempt, clear } = useAttempt();
  const may = useMay();
  const reason = (action: Action) =>
    may(ROLE[action]) ? {} : { title: messages.session.needs(messages.session.roles[ROLE[action]]) };
  const [asking, setAsking] = useState<'delete' | 'reload'>();
  const actions = task.actions.filter((action) => task.managed || action === 'stop' || action === 'resume');
  const first = (['stop', 'resume', 'run'] as const).find((action) => actions.includes(action));
  const others = actions.filter((action) => action !== first);

  const start = (action: Action) => {
    if (action === 'delete' || action === 'reload') setAsking(action);
    else perform(action);
  };
  const perform = (action: Action) =>
    void attempt(async () => {
      if (action === 'delete') {
        await deleteTask(task.name, task.version ?? 0);
        cache.removeQueries({ queryKey: ['tasks', task.name] });
        await navigate({ to: '/tasks', search: { filter: '' } });
      } else {
        cache.setQueryData(['tasks', task.name], await act(task.name, action));
        // What was begun is seen there.
        if (action === 'run' && !compact) {
          await navigate({ to: '/tasks/$name', params: { name: task.name }, search: { tab: 'monitor' } });
        }
      }
      setAsking(undefined);
      await cache.invalidateQueries({ queryKey: ['tasks'] });
    });

  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        {first ? (
          <Button
            size={compact ? 'xs' : 'sm'}
            variant={compact || first === 'stop' ? 'default' : 'filled'}
            leftSection={ICONS[first]}
            loading={busy}
            onClick={() => start(first)}
            disabled={!may(ROLE[first])}
            {...reason(first)}
            data-action={first}
          >
            {messages.actions[first]}
          </Button>
        ) : null}
        {others.length > 0 ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={compact ? 30 : 36} aria-label={`… ${task.name}`}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((action) => (
                <Menu.Item
                  key={action}
                  leftSection={ICONS[action]}
                  {...(action === 'delete' ? { color: 'red' } : {})}
                  onClick={() => start(action)}
                  disabled={!may(ROLE[action])}
                  {...reason(action)}
                >
                  {messages.actions[action]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </Group>
      {error && asking === undefined ? <ProblemNote error={error} retry={clear} /> : null}
      {asking ? (
        <Confirm
          opened
          title={
            asking === 'reload' ? messages.task.reloadTitle(task.name) : messages.task.deleteTitle(task.name)
          }
          text={
            error
              ? `${error.message}`
              : asking === 'reload'
                ? messages.task.reloadText
                : messages.task.deleteText
          }
          action={messages.actions[asking]}
          busy={busy}
          onConfirm={() => perform(asking)}
          onClose={() => {
            clear();
            setAsking(undefined);
          }}
        />
      ) : null}
    </Stack>
  );
}

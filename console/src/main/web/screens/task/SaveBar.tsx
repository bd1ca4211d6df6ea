import { IconDeviceFloppy } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Confirm } from '../../ui/Confirm';
import { Alert, Button, Group, Text } from '../../ui/controls';
import { ProblemNote } from '../../ui/ProblemNote';
import type { useTaskDraft } from './useTaskDraft';

/** Saves or drops what was changed, and keeps it from being lost by leaving. */
export function SaveBar({ draft }: { readonly draft: ReturnType<typeof useTaskDraft> }) {
  const { task, actions } = useMessages();
  const needs = useNeeds();
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => draft.changed && !isWithin(current, next),
    enableBeforeUnload: () => draft.changed,
    withResolver: true,
  });
  return (
    <>
      {draft.conflict ? (
        <Alert color="orange" variant="light" role="alert">
          {task.conflict}
        </Alert>
      ) : null}
      {draft.error ? <ProblemNote error={draft.error} /> : null}
      <Group>
        <Button
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          onClick={draft.save}
          loading={draft.busy}
          {...needs('designer')}
          {...(draft.changed ? {} : { disabled: true })}
        >
          {actions.save}
        </Button>
        <Button variant="default" onClick={draft.discard} disabled={!draft.changed}>
          {actions.discard}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {draft.changed ? task.unsaved : ''}
        </Text>
      </Group>
      <Confirm
        opened={leaving.status === 'blocked'}
        title={task.unsaved}
        text=""
        action={actions.discard}
        busy={false}
        onConfirm={() => leaving.proceed?.()}
        onClose={() => leaving.reset?.()}
      />
    </>
  );
}

interface Place {
  readonly pathname: string;
  readonly search: object;
}

/** The tables of a task and the settings of one of them are one form. */
function isWithin(current: Place, next: Place): boolean {
  const tab = ({ search }: Place) => ('tab' in search ? search.tab : '');
  return current.pathname === next.pathname && tab(current) === 'tables' && tab(next) === 'tables';
}

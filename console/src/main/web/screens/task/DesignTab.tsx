import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endpoints } from '../../api/endpoints';
import { validate } from '../../api/tasks';
import type { Report, Task } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Checklist } from '../../ui/Checklist';
import { Button, Grid, Stack, Text, TextInput } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';
import { EndpointChoice } from './EndpointChoice';
import { Route } from './Route';
import { SaveBar } from './SaveBar';
import { TaskOptions } from './TaskOptions';
import { TopicSettings } from './TopicSettings';
import { useTaskDraft } from './useTaskDraft';

/** From where to where, what is sent, and what is missing before it runs. */
export function DesignTab({ task }: { readonly task: Task }) {
  const messages = useMessages();
  const known = useQuery(endpoints).data?.items ?? [];
  const edit = useTaskDraft(task);
  const { draft, change } = edit;
  const flow = [
    ...(draft.fullLoad ? [messages.monitor.load] : []),
    ...(draft.applyChanges ? [messages.monitor.changes] : []),
  ];
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Panel title={messages.task.design}>
          <Stack gap="lg">
            <Route
              source={
                <EndpointChoice
                  side="source"
                  endpoints={known}
                  value={draft.source}
                  onChange={(source) => change({ source })}
                />
              }
              target={
                <EndpointChoice
                  side="target"
                  endpoints={known}
                  value={draft.target}
                  onChange={(target) => change({ target })}
                />
              }
              flow={flow.join(' + ')}
            />
            <TextInput
              label={messages.task.description}
              value={draft.description}
              onChange={(event) => change({ description: event.currentTarget.value })}
            />
            <TaskOptions value={draft} onChange={change} />
            <TopicSettings settings={draft.settings} onChange={(settings) => change({ settings })} />
            <SaveBar draft={edit} />
          </Stack>
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Validation task={task.name} />
      </Grid.Col>
    </Grid>
  );
}

function Validation({ task }: { readonly task: string }) {
  const messages = useMessages();
  const [report, setReport] = useState<Report>();
  const { busy, error, attempt } = useAttempt();
  const needs = useNeeds();
  return (
    <Panel
      title={messages.task.checks}
      actions={
        <Button
          variant="default"
          size="xs"
          loading={busy}
          onClick={() => void attempt(async () => setReport(await validate(task)))}
          {...needs('operator')}
        >
          {messages.actions.validate}
        </Button>
      }
    >
      {error ? <ProblemNote error={error} /> : null}
      {report ? <Checklist report={report} /> : <Text c="dimmed">{messages.connections.notTested}</Text>}
    </Panel>
  );
}

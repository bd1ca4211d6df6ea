import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { endpoints } from '../../api/endpoints';
import { faultOf } from '../../api/problem';
import { saveTask } from '../../api/tasks';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Box, Button, Group, Stack, TextInput } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';
import { EndpointChoice } from '../task/EndpointChoice';
import { Route } from '../task/Route';
import { TaskOptions } from '../task/TaskOptions';
import { Profiles } from './Profiles';

/** Names a task and says what it does; its tables come next. */
export function NewTaskPage() {
  const { tasks, task: messages, actions } = useMessages();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const known = useQuery(endpoints).data?.items ?? [];
  const { busy, error, attempt } = useAttempt();
  const needs = useNeeds();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [options, setOptions] = useState({ fullLoad: true, applyChanges: true });
  const [chosen, setChosen] = useState<{ source?: string | null; target?: string | null }>({});
  const only = (role: 'source' | 'target') => {
    const all = known.filter((endpoint) => endpoint.role === role);
    return all.length === 1 ? (all[0]?.name ?? null) : null;
  };
  const source = chosen.source === undefined ? only('source') : chosen.source;
  const target = chosen.target === undefined ? only('target') : chosen.target;

  const create = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const task = { name: name.trim(), description, source, target, ...options };
      const tables = { include: [], exclude: [] };
      await saveTask({ ...task, tables, tableSettings: {}, tableRules: [], settings: {} });
      await cache.invalidateQueries({ queryKey: ['tasks'] });
      await navigate({ to: '/tasks/$name', params: { name: task.name }, search: { tab: 'tables' } });
    });
  };

  return (
    <Page title={tasks.new} lead={tasks.lead}>
      <Box maw={920}>
        <Panel>
          <form onSubmit={create}>
            <Stack gap="lg">
              <TextInput
                label={tasks.name}
                description={messages.nameHelp}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                error={faultOf(error, 'name')}
                maxLength={32}
                required
                data-autofocus
              />
              <TextInput
                label={messages.description}
                value={description}
                onChange={(event) => setDescription(event.currentTarget.value)}
              />
              <Profiles />
              <TaskOptions value={options} onChange={setOptions} />
              <Route
                source={
                  <EndpointChoice
                    side="source"
                    endpoints={known}
                    value={source}
                    onChange={(value) => setChosen({ ...chosen, source: value })}
                  />
                }
                target={
                  <EndpointChoice
                    side="target"
                    endpoints={known}
                    value={target}
                    onChange={(value) => setChosen({ ...chosen, target: value })}
                  />
                }
                flow=""
              />
              {error ? <ProblemNote error={error} /> : null}
              <Group>
                <Button
                  type="submit"
                  loading={busy}
                  {...needs('designer')}
                  {...(options.fullLoad || options.applyChanges ? {} : { disabled: true })}
                >
                  {messages.create}
                </Button>
                <Button
                  variant="default"
                  onClick={() => void navigate({ to: '/tasks', search: { filter: '' } })}
                >
                  {actions.cancel}
                </Button>
              </Group>
            </Stack>
          </form>
        </Panel>
      </Box>
    </Page>
  );
}

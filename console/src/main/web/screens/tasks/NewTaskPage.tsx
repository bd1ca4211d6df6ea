import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { endpoints } from '../../api/endpoints';
import { faultOf } from '../../api/problem';
import { saveTask } from '../../api/tasks';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { TextInput } from '../../ui/controls';
import { FormFrame } from '../../ui/FormFrame';
import { useAttempt } from '../../ui/useAttempt';
import { EndpointChoice } from '../task/EndpointChoice';
import { Route } from '../task/Route';
import { TaskOptions } from '../task/TaskOptions';
import { Profiles } from './Profiles';

/** Names a task and says what it does; its tables come next. */
export function NewTaskPage() {
  const { tasks, task: messages } = useMessages();
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

  const create = () =>
    void attempt(async () => {
      const task = { name: name.trim(), description, source, target, ...options };
      const tables = { include: [], exclude: [] };
      await saveTask({ ...task, tables, tableSettings: {}, tableRules: [], settings: {} });
      await cache.invalidateQueries({ queryKey: ['tasks'] });
      await navigate({ to: '/tasks/$name', params: { name: task.name }, search: { tab: 'tables' } });
    });

  return (
    <FormFrame
      title={tasks.new}
      lead={tasks.lead}
      action={messages.create}
      needs={options.fullLoad || options.applyChanges ? needs('designer') : { disabled: true }}
      busy={busy}
      error={error}
      onSubmit={create}
      onCancel={() => void navigate({ to: '/tasks', search: { filter: '' } })}
    >
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
    </FormFrame>
  );
}

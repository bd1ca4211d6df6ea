import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { saveEndpoint, testEndpoint } from '../../api/endpoints';
import { Problem } from '../../api/problem';
import type { Endpoint, EndpointBody, EndpointType, Report, Role } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Alert, Button, Grid, Group, Select, Stack, TextInput } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';
import { FieldInput } from './FieldInput';
import { applies, values } from './fields';
import { TestResult } from './TestResult';

/** Of twelve columns; fields that belong together stand beside each other. */
const WIDTHS: Readonly<Record<string, number>> = { host: 9, port: 3 };

interface Props {
  readonly role: Role;
  readonly types: readonly EndpointType[];
  /** What is changed; nothing for a new one. */
  readonly saved?: Endpoint;
}

/** The form of a connection, made from the fields that the server publishes, with its test beside it. */
export function ConnectionEditor({ role, types, saved }: Props) {
  const { connections, task, actions } = useMessages();
  const text = useText();
  const needs = useNeeds();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(saved?.name ?? '');
  const [description, setDescription] = useState(saved?.description ?? '');
  const [typeName, setTypeName] = useState(saved?.type ?? types[0]?.type ?? '');
  const [settings, setSettings] = useState(saved?.settings ?? {});
  const [report, setReport] = useState<Report>();
  const [conflict, setConflict] = useState(false);
  const saving = useAttempt();
  const testing = useAttempt();
  const type = types.find((each) => each.type === typeName);
  const body: EndpointBody = { name: name.trim(), role, type: typeName, description, settings };

  const save = (event: FormEvent) => {
    event.preventDefault();
    void saving.attempt(async () => {
      try {
        const done = await saveEndpoint(body, saved?.version);
        await cache.invalidateQueries({ queryKey: ['endpoints'] });
        if (saved === undefined) await navigate({ to: '/connections/$name', params: { name: done.name } });
      } catch (failure) {
        if (!(failure instanceof Problem && failure.status === 412)) throw failure;
        setConflict(true);
        await cache.invalidateQueries({ queryKey: ['endpoints'] });
      }
    });
  };
  const test = () => void testing.attempt(async () => setReport(await testEndpoint(body)));
  const wrong = (field: string) =>
    saving.error instanceof Problem && saving.error.field.endsWith(field) ? saving.error.message : undefined;

  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Panel>
          <form onSubmit={save}>
            <Stack gap="md">
              <TextInput
                label={connections.name}
                description={task.nameHelp}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                error={wrong('name')}
                maxLength={32}
                disabled={saved !== undefined}
                required
              />
              <TextInput
                label={connections.description}
                value={description}
                onChange={(event) => setDescription(event.currentTarget.value)}
              />
              <Select
                label={connections.type}
                data={types.map((each) => ({ value: each.type, label: text(each.label) }))}
                value={typeName}
                allowDeselect={false}
                disabled={saved !== undefined}
                onChange={(value) => {
                  setTypeName(value ?? typeName);
                  setSettings({});
                }}
              />
              <Grid gap="md" align="flex-end">
                {(type?.fields ?? [])
                  .filter((field) => applies(field, values(type?.fields ?? [], settings)))
                  .map((field) => (
                    <Grid.Col key={field.name} span={{ base: 12, xs: WIDTHS[field.name] ?? 12 }}>
                      <FieldInput
                        field={field}
                        value={settings[field.name]}
                        saved={saved !== undefined}
                        error={wrong(field.name)}
                        onChange={(value) => setSettings({ ...settings, [field.name]: value })}
                      />
                    </Grid.Col>
                  ))}
              </Grid>
              {conflict ? (
                <Alert color="orange" variant="light" role="alert">
                  {connections.conflict}
                </Alert>
              ) : null}
              {saving.error ? <ProblemNote error={saving.error} /> : null}
              <Group>
                <Button type="submit" loading={saving.busy} {...needs('designer')}>
                  {actions.save}
                </Button>
                <Button variant="default" onClick={test} loading={testing.busy} {...needs('designer')}>
                  {actions.test}
                </Button>
              </Group>
            </Stack>
          </form>
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <TestResult report={report} error={testing.error} busy={testing.busy} />
      </Grid.Col>
    </Grid>
  );
}

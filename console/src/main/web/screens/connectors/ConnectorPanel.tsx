import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { actOnConnector } from '../../api/connectors';
import type { Connector, ConnectorAction } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Alert, Badge, Button, Code, Group, Table, Text } from '../../ui/controls';
import { Details } from '../../ui/Details';
import { ButtonLink } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { Scroll } from '../../ui/Scroll';
import { useAttempt } from '../../ui/useAttempt';

const COLORS: Record<Connector['state'], string> = {
  running: 'teal',
  paused: 'gray',
  stopped: 'gray',
  failed: 'red',
  restarting: 'blue',
  unassigned: 'orange',
  destroyed: 'gray',
};

const ICONS: Record<ConnectorAction, ReactNode> = {
  pause: <IconPlayerPause size={14} aria-hidden />,
  resume: <IconPlayerPlay size={14} aria-hidden />,
  restart: <IconRefresh size={14} aria-hidden />,
};

/** A connector with its tasks, its error and its settings. */
export function ConnectorPanel({ connector }: { readonly connector: Connector }) {
  const { connectors: messages } = useMessages();
  const state = connector.tasks.some((task) => task.state === 'failed') ? 'failed' : connector.state;
  const words: Readonly<Record<string, string>> = messages.states;
  return (
    <Panel title={connector.name} actions={<Actions connector={connector} state={state} />}>
      <Group gap="sm" data-connector={connector.name} data-connector-state={state}>
        <Badge color={COLORS[state]} variant="light" tt="none" size="lg" miw="max-content">
          {messages.states[state]}
        </Badge>
        <Text className="mono">{connector.type}</Text>
      </Group>
      {connector.reason ? (
        <Alert color="red" variant="light">
          <Text size="sm" lang="en">
            {connector.reason}
          </Text>
          <Details summary={messages.trace}>
            <Scroll label={messages.trace} most={320}>
              <Code block>{connector.trace}</Code>
            </Scroll>
          </Details>
        </Alert>
      ) : null}
      {connector.tasks.map((task) => (
        <Text key={task.task} size="sm" c="dimmed">
          {messages.task(task.task, words[task.state] ?? task.state, task.worker)}
        </Text>
      ))}
      <Details summary={messages.settings}>
        <Scroll label={`${messages.settings}: ${connector.name}`} wide={420} most={400}>
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {Object.entries(connector.configuration).map(([key, value]) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" className="mono">
                    {key}
                  </Table.Th>
                  <Table.Td className="mono">{value}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scroll>
      </Details>
    </Panel>
  );
}

interface ActionsProps {
  readonly connector: Connector;
  readonly state: Connector['state'];
}

function Actions({ connector, state }: ActionsProps) {
  const { connectors: messages } = useMessages();
  const cache = useQueryClient();
  const needs = useNeeds();
  const { busy, error, attempt } = useAttempt();
  if (connector.replication) {
    return (
      <ButtonLink
        to="/tasks/$name"
        params={{ name: connector.name }}
        search={{ tab: 'monitor' }}
        variant="default"
        size="xs"
      >
        {messages.open}
      </ButtonLink>
    );
  }
  const waits = state === 'paused' || state === 'stopped';
  const actions: readonly ConnectorAction[] = waits ? ['resume'] : ['pause', 'restart'];
  return (
    <>
      {actions.map((action) => (
        <Button
          key={action}
          size="xs"
          variant="default"
          loading={busy}
          leftSection={ICONS[action]}
          data-connector-action={action}
          {...needs('operator')}
          onClick={() =>
            void attempt(async () => {
              await actOnConnector(connector.name, action);
              await cache.invalidateQueries({ queryKey: ['connectors'] });
            })
          }
        >
          {messages.actions[action]}
        </Button>
      ))}
      {error ? <ProblemNote error={error} /> : null}
    </>
  );
}

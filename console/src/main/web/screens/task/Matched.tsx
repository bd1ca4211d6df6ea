import { useQuery } from '@tanstack/react-query';
import { match } from '../../api/tasks';
import type { Selection, TableSettings } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Alert, Badge, Group, Stack, Text, useDebouncedValue } from '../../ui/controls';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { VirtualList } from '../../ui/VirtualList';
import { Waiting } from '../../ui/Waiting';

interface Props {
  readonly task: string;
  readonly selection: Selection;
  readonly settings: Readonly<Record<string, TableSettings>>;
}

/** The tables that a selection has in the source at present, each with the way to its settings. */
export function Matched({ task, selection, settings }: Props) {
  const { tables: messages } = useMessages();
  const [settled] = useDebouncedValue(selection, 300);
  const query = useQuery(match(task, settled));
  const total = query.data?.total;
  return (
    <Panel title={total === undefined ? messages.replicated : messages.matched(total)}>
      <Waiting query={query}>
        {({ items, missing, idle }) => (
          <Stack gap="xs" data-matched={total}>
            {missing.length > 0 ? (
              <Alert color="orange" variant="light">
                {messages.missing}: {missing.join(', ')}
              </Alert>
            ) : null}
            {idle.length > 0 ? (
              <Alert color="orange" variant="light">
                {messages.idle}: {idle.join(', ')}
              </Alert>
            ) : null}
            <Tables task={task} names={items} settings={settings} />
            <Waits task={task} names={Object.keys(settings).filter((name) => !items.includes(name))} />
          </Stack>
        )}
      </Waiting>
    </Panel>
  );
}

function Tables({ task, names, settings }: Omit<Props, 'selection'> & { readonly names: readonly string[] }) {
  const { tables: messages } = useMessages();
  if (names.length === 0) return null;
  return (
    <VirtualList label={messages.replicated} count={names.length} row={40} most={360}>
      {(index) => {
        const name = names[index] ?? '';
        const own = Object.keys(settings[name] ?? {}).length;
        return (
          <>
            <Text size="sm" truncate title={name}>
              {name}
            </Text>
            <Group gap="sm" wrap="nowrap">
              {own > 0 ? (
                <Badge variant="light" tt="none" miw="max-content">
                  {messages.own(own)}
                </Badge>
              ) : null}
              <ToSettings task={task} table={name} text={messages.settings} />
            </Group>
          </>
        );
      }}
    </VirtualList>
  );
}

/** Settings of tables that are not chosen; they are kept until those are. */
function Waits({ task, names }: { readonly task: string; readonly names: readonly string[] }) {
  const { tables: messages } = useMessages();
  if (names.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {messages.waiting}
      </Text>
      {names.map((name) => (
        <ToSettings key={name} task={task} table={name} text={name} />
      ))}
    </Group>
  );
}

function ToSettings({ task, table, text }: Record<'task' | 'table' | 'text', string>) {
  const { tables: messages } = useMessages();
  return (
    <Link
      to="/tasks/$name"
      params={{ name: task }}
      search={{ tab: 'tables', table }}
      size="sm"
      aria-label={`${messages.settings}: ${table}`}
    >
      {text}
    </Link>
  );
}

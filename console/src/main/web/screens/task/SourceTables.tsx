import { IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { schemas, TABLES_PAGE, tables } from '../../api/endpoints';
import { useMessages } from '../../i18n/language';
import {
  ActionIcon,
  Button,
  Group,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
  useDebouncedValue,
} from '../../ui/controls';
import { VirtualList } from '../../ui/VirtualList';
import { Waiting } from '../../ui/Waiting';

const ROW = 40;
const HEIGHT = 440;

interface Props {
  readonly endpoint: string;
  readonly selected: readonly string[];
  readonly onAdd: (pattern: string) => void;
}

/** Looks tables up in the source. The server searches, so that ten thousand are no more work than ten. */
export function SourceTables({ endpoint, selected, onAdd }: Props) {
  const { tables: messages } = useMessages();
  const [schema, setSchema] = useState('');
  const [text, setText] = useState('');
  const [match] = useDebouncedValue(text, 200);
  const all = useQuery(schemas(endpoint));
  const head = useQuery({ ...tables(endpoint, schema, match, 0), placeholderData: keepPreviousData });
  return (
    <Stack gap="sm">
      <Group grow align="flex-end">
        <Select
          label={messages.schema}
          placeholder={messages.allSchemas}
          data={[...(all.data?.items ?? [])]}
          value={schema === '' ? null : schema}
          onChange={(value) => setSchema(value ?? '')}
          clearable
          searchable
        />
        <TextInput
          label={messages.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <Waiting query={head}>
        {({ total }) =>
          total === 0 ? (
            <Text c="dimmed">{messages.nothing}</Text>
          ) : (
            <>
              <Group justify="space-between" mih={30}>
                <Text size="sm" c="dimmed" className="tabular" data-found={total}>
                  {messages.found(total)}
                </Text>
                {schema === '' ? null : (
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconPlus size={14} aria-hidden />}
                    disabled={selected.includes(`${schema}.%`)}
                    onClick={() => onAdd(`${schema}.%`)}
                  >
                    {messages.wholeSchema(schema)}
                  </Button>
                )}
              </Group>
              <Found
                key={`${schema}/${match}`}
                page={(number) => tables(endpoint, schema, match, number)}
                total={total}
                selected={selected}
                onAdd={onAdd}
              />
            </>
          )
        }
      </Waiting>
    </Stack>
  );
}

interface FoundProps extends Omit<Props, 'endpoint'> {
  readonly page: (number: number) => ReturnType<typeof tables>;
  readonly total: number;
}

/** What was found, of which the pages are fetched that are looked at. */
function Found({ page, total, selected, onAdd }: FoundProps) {
  const { tables: messages, actions } = useMessages();
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const pages = useQueries({
    queries: Array.from({ length: seen.to - seen.from + 1 }, (_, step) => page(seen.from + step)),
  });
  const show = useCallback((first: number, last: number) => {
    const from = Math.floor(first / TABLES_PAGE);
    const to = Math.floor(last / TABLES_PAGE);
    setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);
  const chosen = new Set(selected);
  return (
    <VirtualList label={messages.source} count={total} row={ROW} most={HEIGHT} onShow={show}>
      {(index) => {
        const table = pages[Math.floor(index / TABLES_PAGE) - seen.from]?.data?.items[index % TABLES_PAGE];
        if (table === undefined) return <Skeleton height={14} width="50%" />;
        const name = `${table.schema}.${table.name}`;
        return (
          <>
            <Text size="sm" truncate title={name}>
              <Text span c="dimmed" size="sm">
                {table.schema}.
              </Text>
              {table.name}
            </Text>
            <ActionIcon
              variant="light"
              aria-label={`${actions.add} ${name}`}
              disabled={chosen.has(name)}
              onClick={() => onAdd(name)}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          </>
        );
      }}
    </VirtualList>
  );
}

import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { schemas, tables } from '../../api/endpoints';
import { useMessages } from '../../i18n/language';
import {
  ActionIcon,
  Group,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  useDebouncedValue,
} from '../../ui/controls';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';

const SHOWN = 100;

interface Props {
  readonly endpoint: string;
  readonly selected: readonly string[];
  readonly onAdd: (pattern: string) => void;
}

/** Looks tables up in the source. The server searches, so that ten thousand are no more work than ten. */
export function SourceTables({ endpoint, selected, onAdd }: Props) {
  const { tables: messages, actions } = useMessages();
  const [schema, setSchema] = useState('');
  const [text, setText] = useState('');
  const [match] = useDebouncedValue(text, 200);
  const all = useQuery(schemas(endpoint));
  const found = useQuery(tables(endpoint, schema, match, SHOWN));
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
      <Waiting query={found}>
        {({ items, total }) =>
          total === 0 ? (
            <Text c="dimmed">{messages.nothing}</Text>
          ) : (
            <>
              <Text size="sm" c="dimmed" className="tabular">
                {messages.shown(items.length, total)}
              </Text>
              <Scroll label={messages.source} most={420}>
                <Table verticalSpacing={4}>
                  <Table.Tbody>
                    {items.map((table) => {
                      const name = `${table.schema}.${table.name}`;
                      return (
                        <Table.Tr key={name}>
                          <Table.Td>
                            <Text span c="dimmed" size="sm">
                              {table.schema}.
                            </Text>
                            {table.name}
                          </Table.Td>
                          <Table.Td ta="right">
                            <ActionIcon
                              variant="light"
                              aria-label={`${actions.add} ${name}`}
                              disabled={selected.includes(name)}
                              onClick={() => onAdd(name)}
                            >
                              <IconPlus size={16} aria-hidden />
                            </ActionIcon>
                          </Table.Td>
                        </Table.Tr>
                      );
                    })}
                  </Table.Tbody>
                </Table>
              </Scroll>
            </>
          )
        }
      </Waiting>
    </Stack>
  );
}

import { IconKey } from '@tabler/icons-react';
import type { SourceTable } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Checkbox, Group, Stack, Table, Text, TextInput } from '../../ui/controls';
import { Scroll } from '../../ui/Scroll';
import { compute, computed, isSame, listed, rename, renamed, type TableDraft } from './tableDraft';

interface Props {
  readonly table: SourceTable;
  readonly draft: TableDraft;
  readonly onChange: (draft: TableDraft) => void;
}

/** Each column of a table: whether it is sent, under which name, with which value. */
export function ColumnSettings({ table, draft, onChange }: Props) {
  const { tableSettings: words } = useMessages();
  return (
    <Scroll label={words.columns} wide={520} most={420}>
      <Table verticalSpacing={4} stickyHeader layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.column}</Table.Th>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.value}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.columns.map((column) => {
            const sent = !draft.exclude.some((each) => isSame(each, column.name));
            const key = table.key.includes(column.name);
            return (
              <Table.Tr key={column.name}>
                <Table.Td>
                  <Group gap="sm" wrap="nowrap">
                    <Checkbox
                      aria-label={words.send(column.name)}
                      checked={sent}
                      disabled={key && sent}
                      onChange={(event) =>
                        onChange({
                          ...draft,
                          exclude: listed(draft.exclude, column.name, !event.currentTarget.checked),
                        })
                      }
                    />
                    <Stack gap={0} miw={0}>
                      <Group gap={4} wrap="nowrap">
                        <Text size="sm" fw={500}>
                          {column.name}
                        </Text>
                        {key ? <IconKey size={14} role="img" aria-label={words.primary} /> : null}
                      </Group>
                      <Text size="xs" c="dimmed" truncate title={column.type}>
                        {column.type}
                      </Text>
                    </Stack>
                  </Group>
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="xs"
                    aria-label={`${words.name} ${column.name}`}
                    placeholder={column.name}
                    disabled={!sent}
                    value={renamed(draft, column.name)}
                    onChange={(event) => onChange(rename(draft, column.name, event.currentTarget.value))}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="xs"
                    aria-label={`${words.value} ${column.name}`}
                    placeholder={`$${column.name}`}
                    disabled={!sent || key}
                    classNames={{ input: 'mono' }}
                    value={computed(draft, column.name)}
                    onChange={(event) => onChange(compute(draft, column.name, event.currentTarget.value))}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}

import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { SourceTable } from '../../api/types';
import { useMessages } from '../../i18n/language';
import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '../../ui/controls';
import { ColumnSettings } from './ColumnSettings';
import { compute, computed, isSame, PLACES, type TableDraft } from './tableDraft';

interface Props {
  readonly table: SourceTable;
  readonly draft: TableDraft;
  readonly onChange: (draft: TableDraft) => void;
}

/** Which rows and columns of a table are sent, as what, and where to. */
export function TableSettingsForm({ table, draft, onChange }: Props) {
  const { tableSettings: words, task } = useMessages();
  const columns = table.columns.map((column) => column.name);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={3} size="h6">
          {words.columns}
        </Title>
        <ColumnSettings table={table} draft={draft} onChange={onChange} />
      </Stack>
      <NewColumns columns={columns} draft={draft} onChange={onChange} />
      <Textarea
        label={words.where}
        description={words.whereHelp}
        placeholder={`$${columns.at(-1) ?? 'column'} IS NOT NULL`}
        autosize
        minRows={1}
        classNames={{ input: 'mono' }}
        value={draft.where}
        onChange={(event) => onChange({ ...draft, where: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <MultiSelect
          label={task.key}
          placeholder={draft.key.length === 0 ? words.asTask : ''}
          data={columns}
          value={draft.key.map((name) => columns.find((column) => isSame(column, name)) ?? name)}
          onChange={(key) => onChange({ ...draft, key })}
        />
        <TextInput
          label={task.topic}
          placeholder={words.asTask}
          value={draft.topic}
          onChange={(event) => onChange({ ...draft, topic: event.currentTarget.value })}
        />
        <NumberInput
          label={words.partition}
          placeholder={words.byKey}
          min={0}
          allowDecimal={false}
          value={draft.partition}
          onChange={(partition) =>
            onChange({ ...draft, partition: typeof partition === 'number' ? partition : '' })
          }
        />
      </SimpleGrid>
      <Stack gap="xs">
        <Title order={3} size="h6">
          {words.places}
        </Title>
        <Text size="sm" c="dimmed">
          {words.placesHelp}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          {PLACES.map((place) => (
            <TextInput
              key={place}
              label={place}
              classNames={{ input: 'mono' }}
              value={computed(draft, place)}
              onChange={(event) => onChange(compute(draft, place, event.currentTarget.value))}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </Stack>
  );
}

interface NewProps extends Omit<Props, 'table'> {
  readonly columns: readonly string[];
}

/** Columns that the table does not have. */
function NewColumns({ columns, draft, onChange }: NewProps) {
  const { tableSettings: words, actions } = useMessages();
  const known = [...columns, ...PLACES];
  const set = (line: number, part: { readonly name?: string; readonly expression?: string }) =>
    onChange({
      ...draft,
      compute: draft.compute.map((each, index) => (index === line ? { ...each, ...part } : each)),
    });
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {words.computed}
      </Title>
      <Text size="sm" c="dimmed">
        {words.computedHelp}
      </Text>
      {draft.compute.map(({ name, expression }, line) =>
        known.some((each) => isSame(each, name)) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its name is being written
          <Group key={line} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              aria-label={words.newName}
              placeholder={words.newName}
              w="32%"
              value={name}
              onChange={(event) => set(line, { name: event.currentTarget.value })}
            />
            <Textarea
              aria-label={`${words.expression} ${name}`}
              placeholder={`upper($${columns[1] ?? columns[0]})`}
              autosize
              minRows={1}
              style={{ flex: 1 }}
              classNames={{ input: 'mono' }}
              value={expression}
              onChange={(event) => set(line, { expression: event.currentTarget.value })}
            />
            <ActionIcon
              mt={4}
              variant="subtle"
              color="red"
              aria-label={`${actions.remove} ${name}`}
              onClick={() =>
                onChange({ ...draft, compute: draft.compute.filter((_, index) => index !== line) })
              }
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ),
      )}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange({ ...draft, compute: [...draft.compute, { name: '', expression: '' }] })}
        >
          {words.addColumn}
        </Button>
      </Group>
    </Stack>
  );
}

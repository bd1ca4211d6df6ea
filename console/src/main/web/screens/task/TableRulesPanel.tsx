import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { TableRule } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { ActionIcon, Box, Button, Group, Menu, Select, Stack, Text, TextInput } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { fields, isRename, KINDS, newLine, type RuleLine, raised, toLines, toRules } from './ruleLines';

interface Props {
  readonly rules: readonly TableRule[];
  readonly onChange: (rules: readonly TableRule[]) => void;
}

/** What holds for all tables of a task, or those of a pattern. */
export function TableRulesPanel({ rules, onChange }: Props) {
  const { tableRules: words } = useMessages();
  const [written, setWritten] = useState({ rules, lines: toLines(rules) });
  // As with a table's settings: half-written lines are the form's own, else what the task has wins.
  const lines = written.rules === rules ? written.lines : toLines(rules);
  const change = (next: readonly RuleLine[]) => {
    const whole = toRules(next);
    const settled = JSON.stringify(whole) === JSON.stringify(rules) ? rules : whole;
    setWritten({ rules: settled, lines: next });
    if (settled !== rules) onChange(settled);
  };
  return (
    <Panel title={words.title} actions={<NewRule onAdd={(line) => change([...lines, line])} />}>
      <Text size="sm" c="dimmed">
        {lines.length === 0 ? words.none : words.help}
      </Text>
      <Stack gap="sm" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
          <Box component="li" key={index} data-rule={line.rule}>
            <Rule
              line={line}
              number={index + 1}
              onChange={(next) => change(lines.map((each, place) => (place === index ? next : each)))}
              onRaise={() => change(raised(lines, index))}
              onRemove={() => change(lines.filter((_, place) => place !== index))}
            />
          </Box>
        ))}
      </Stack>
    </Panel>
  );
}

function NewRule({ onAdd }: { readonly onAdd: (line: RuleLine) => void }) {
  const { tableRules: words } = useMessages();
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
          {words.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(newLine(kind))}>
            {words.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface RuleProps {
  readonly line: RuleLine;
  readonly number: number;
  readonly onChange: (line: RuleLine) => void;
  readonly onRaise: () => void;
  readonly onRemove: () => void;
}

function Rule({ line, number, onChange, onRaise, onRemove }: RuleProps) {
  const { tableRules: words } = useMessages();
  const name = `${number}. ${words.kinds[line.rule]}`;
  const letters = (['keep', 'lower', 'upper'] as const).map((value) => ({
    value,
    label: words.letters[value],
  }));
  return (
    <Stack gap={4} role="group" aria-label={name}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={number === 1}
            aria-label={words.raise(number)}
            onClick={onRaise}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="red" aria-label={words.remove(number)} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          label={words.tables}
          placeholder="%.%"
          miw={120}
          style={{ flex: 1 }}
          value={line.tables}
          onChange={(event) => onChange({ ...line, tables: event.currentTarget.value })}
        />
        {fields(line.rule).map((field) => (
          <TextInput
            key={field}
            size="xs"
            label={words.fields[field]}
            placeholder={PLACEHOLDERS[field]}
            miw={120}
            style={{ flex: field === 'expression' ? 2 : 1 }}
            classNames={field === 'expression' ? { input: 'mono' } : {}}
            value={line[field]}
            onChange={(event) => onChange({ ...line, [field]: event.currentTarget.value })}
          />
        ))}
        {isRename(line.rule) ? (
          <Select
            size="xs"
            label={words.case}
            w={130}
            data={letters}
            value={line.letters}
            allowDeselect={false}
            onChange={(value) => onChange({ ...line, letters: (value ?? 'keep') as RuleLine['letters'] })}
          />
        ) : null}
      </Group>
    </Stack>
  );
}

const PLACEHOLDERS = { columns: 'tmp_%', to: '%', column: 'origin', expression: "'world-db'" } as const;

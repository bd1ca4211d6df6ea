import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { LoadOrder, Selection } from '../../api/types';
import { useMessages } from '../../i18n/language';
import {
  ActionIcon,
  Button,
  Group,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '../../ui/controls';

const ORDERS: readonly LoadOrder[] = ['highest', 'high', 'normal', 'low', 'lowest'];

interface Props {
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
}

/** What is included, in which order, and what is left out. */
export function SelectedTables({ selection, onChange }: Props) {
  const { tables: messages, actions } = useMessages();
  const [pattern, setPattern] = useState('');
  const { include, exclude } = selection;
  const orders = ORDERS.map((order) => ({ value: order, label: messages.orders[order] }));

  const add = (into: 'include' | 'exclude') => {
    const text = pattern.trim();
    if (text === '') return;
    setPattern('');
    if (into === 'exclude') {
      onChange({ include, exclude: [...exclude.filter((each) => each !== text), text] });
    } else if (!include.some((each) => each.pattern === text)) {
      onChange({ include: [...include, { pattern: text, order: 'normal' }], exclude });
    }
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    add('include');
  };

  return (
    <Stack gap="md">
      <form onSubmit={submitted}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={messages.pattern}
            value={pattern}
            onChange={(event) => setPattern(event.currentTarget.value)}
            style={{ flex: 1 }}
            miw={180}
          />
          <Button type="submit" variant="default">
            {messages.include}
          </Button>
          <Button variant="default" onClick={() => add('exclude')}>
            {messages.exclude}
          </Button>
        </Group>
      </form>
      {include.length === 0 ? (
        <Text c="dimmed">{messages.noneSelected}</Text>
      ) : (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{messages.include}</Table.Th>
              <Table.Th w={140}>{messages.order}</Table.Th>
              <Table.Th w={48}>
                <VisuallyHidden>{actions.remove}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {include.map((each) => (
              <Table.Tr key={each.pattern} data-include={each.pattern}>
                <Table.Td>{each.pattern}</Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={`${messages.order} ${each.pattern}`}
                    data={orders}
                    value={each.order}
                    allowDeselect={false}
                    onChange={(order) =>
                      onChange({
                        include: include.map((other) =>
                          other === each ? { ...each, order: (order ?? 'normal') as LoadOrder } : other,
                        ),
                        exclude,
                      })
                    }
                  />
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={`${actions.remove} ${each.pattern}`}
                    onClick={() => onChange({ include: include.filter((other) => other !== each), exclude })}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {exclude.map((each) => (
        <Group key={each} justify="space-between">
          <Text>
            {messages.exclude}: {each}
          </Text>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={`${actions.remove} ${each}`}
            onClick={() => onChange({ include, exclude: exclude.filter((other) => other !== each) })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}

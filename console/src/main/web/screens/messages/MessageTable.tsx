import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { ExplainedMessage, TopicMessage } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { ActionIcon, Badge, Table, Text, VisuallyHidden } from '../../ui/controls';
import { Scroll } from '../../ui/Scroll';
import { MessageDetail } from './MessageDetail';
import { summary } from './values';

const COLORS: Record<ExplainedMessage['operation'], string> = {
  REFRESH: 'gray',
  INSERT: 'teal',
  UPDATE: 'blue',
  DELETE: 'red',
};

/** Messages in lines; one at a time is explained. */
export function MessageTable({ messages }: { readonly messages: readonly TopicMessage[] }) {
  const { messages: words, monitor, task } = useMessages();
  const { dateTime } = useFormats();
  const [open, setOpen] = useState<number>();
  return (
    <Scroll label={task.messages} wide={760}>
      <Table verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={48}>
              <VisuallyHidden>{words.headers}</VisuallyHidden>
            </Table.Th>
            <Table.Th w={96} ta="right">
              {words.offset}
            </Table.Th>
            <Table.Th w={220}>{monitor.time}</Table.Th>
            <Table.Th w={136}>{words.operation}</Table.Th>
            <Table.Th w={150}>{words.key}</Table.Th>
            <Table.Th>{words.content}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {messages.map((each) => (
            <Fragment key={each.offset}>
              <Table.Tr data-offset={each.offset} data-operation={each.message?.operation ?? ''}>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={words.explain(each.offset)}
                    aria-expanded={open === each.offset}
                    onClick={() => setOpen(open === each.offset ? undefined : each.offset)}
                  >
                    {open === each.offset ? (
                      <IconChevronDown size={16} aria-hidden />
                    ) : (
                      <IconChevronRight size={16} aria-hidden />
                    )}
                  </ActionIcon>
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {each.offset}
                </Table.Td>
                <Table.Td className="tabular">{dateTime(each.time)}</Table.Td>
                <Table.Td>
                  <Badge
                    variant="light"
                    tt="none"
                    color={each.message ? COLORS[each.message.operation] : 'gray'}
                  >
                    {each.message ? words.operations[each.message.operation] : words.other}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Text className="mono" truncate>
                    {each.key ?? '–'}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text size="sm" truncate>
                    {each.message ? summary(each.message) : (each.value ?? '–')}
                  </Text>
                </Table.Td>
              </Table.Tr>
              {open === each.offset ? (
                <Table.Tr>
                  <Table.Td colSpan={6} bg="var(--mantine-color-default-hover)" p="md">
                    <MessageDetail message={each} />
                  </Table.Td>
                </Table.Tr>
              ) : null}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}

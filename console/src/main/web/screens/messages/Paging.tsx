import { IconArrowBarToUp, IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { MessagePage } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Button, Group, NumberInput, Select, Text } from '../../ui/controls';

interface Props {
  readonly topics: readonly string[];
  readonly topic: string;
  readonly partition: number;
  readonly before: number | undefined;
  readonly page: MessagePage | undefined;
  readonly onGo: (place: {
    readonly topic: string;
    readonly partition: number;
    readonly before?: number;
  }) => void;
}

/** Which messages of which topic are shown. */
export function Paging({ topics, topic, partition, before, page, onGo }: Props) {
  const { messages } = useMessages();
  const { number } = useFormats();
  const [offset, setOffset] = useState<number | string>('');
  const partitions = page?.partitions ?? 1;
  const jump = (event: FormEvent) => {
    event.preventDefault();
    if (typeof offset === 'number') onGo({ topic, partition, before: offset + 1 });
  };
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={messages.topic}
        data={[...topics]}
        value={topic}
        allowDeselect={false}
        searchable
        onChange={(chosen) => onGo({ topic: chosen ?? topic, partition: 0 })}
      />
      {partitions > 1 ? (
        <Select
          label={messages.partition}
          w={110}
          data={Array.from({ length: partitions }, (_, each) => String(each))}
          value={String(partition)}
          allowDeselect={false}
          onChange={(chosen) => onGo({ topic, partition: Number(chosen) })}
        />
      ) : null}
      <form onSubmit={jump}>
        <Group align="flex-end" gap="xs">
          <NumberInput
            label={messages.goTo}
            w={130}
            min={0}
            allowDecimal={false}
            hideControls
            value={offset}
            onChange={setOffset}
          />
          <Button type="submit" variant="default" disabled={typeof offset !== 'number'}>
            {messages.go}
          </Button>
        </Group>
      </form>
      <Button
        variant="default"
        leftSection={<IconArrowBarToUp size={16} aria-hidden />}
        disabled={before === undefined}
        onClick={() => onGo({ topic, partition })}
      >
        {messages.newest}
      </Button>
      <Button
        variant="default"
        leftSection={<IconChevronDown size={16} aria-hidden />}
        disabled={page === undefined || page.older === null}
        onClick={() => onGo({ topic, partition, ...(page?.older ? { before: page.older } : {}) })}
      >
        {messages.older}
      </Button>
      <Text size="sm" c="dimmed" className="tabular" ml="auto" pb={8}>
        {page === undefined
          ? ''
          : messages.span(number(page.begin), number(Math.max(page.begin, page.end - 1)))}
      </Text>
    </Group>
  );
}

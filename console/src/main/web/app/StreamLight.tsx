import { Group, Text } from '@mantine/core';
import { IconPointFilled } from '@tabler/icons-react';
import { useMessages } from '../i18n/language';
import { useConnected } from '../live/LiveStream';

/** Whether what is shown is fresh. */
export function StreamLight() {
  const connected = useConnected();
  const { stream } = useMessages();
  return (
    <Group gap={2} wrap="nowrap" role="status" {...(connected ? { visibleFrom: 'sm' } : {})}>
      <IconPointFilled
        size={18}
        aria-hidden
        color={`var(--mantine-color-${connected ? 'teal' : 'orange'}-filled)`}
      />
      <Text size="sm" c="dimmed">
        {connected ? stream.live : stream.lost}
      </Text>
    </Group>
  );
}

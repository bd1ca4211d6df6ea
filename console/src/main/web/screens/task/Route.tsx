import { IconArrowNarrowRight, IconDatabase, IconTopologyStar3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/language';
import { Group, Paper, Stack, Text } from '../../ui/controls';

interface Props {
  readonly source: string | null;
  readonly target: string | null;
}

/** The two ends of a task and the way between them. */
export function Route({ source, target }: Props) {
  const { task } = useMessages();
  return (
    <Group grow wrap="nowrap" gap="sm">
      <End icon={<IconDatabase size={28} aria-hidden />} role={task.source} name={source} />
      <Group justify="center">
        <IconArrowNarrowRight size={36} aria-hidden color="var(--mantine-primary-color-filled)" />
      </Group>
      <End icon={<IconTopologyStar3 size={28} aria-hidden />} role={task.target} name={target} />
    </Group>
  );
}

function End({
  icon,
  role,
  name,
}: {
  readonly icon: ReactNode;
  readonly role: string;
  readonly name: string | null;
}) {
  return (
    <Paper withBorder p="md" style={name === null ? { borderStyle: 'dashed' } : {}}>
      <Stack gap={4} align="center">
        {icon}
        <Text size="xs" c="dimmed">
          {role}
        </Text>
        <Text fw={600}>{name ?? '–'}</Text>
      </Stack>
    </Paper>
  );
}

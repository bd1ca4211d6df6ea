import { Group, Text, ThemeIcon } from '@mantine/core';
import { IconDatabase, IconTopologyStar3 } from '@tabler/icons-react';
import type { Role } from '../api/types';
import { useMessages } from '../i18n/language';

/** The role of a connection: picture, colour and word. */
export function RoleMark({ role }: { readonly role: Role }) {
  const { connections } = useMessages();
  const Icon = role === 'source' ? IconDatabase : IconTopologyStar3;
  return (
    <Group gap="xs" wrap="nowrap">
      <ThemeIcon variant="light" size={28} color={role === 'source' ? 'orange' : 'water'}>
        <Icon size={16} aria-hidden />
      </ThemeIcon>
      <Text size="sm">{connections[role]}</Text>
    </Group>
  );
}

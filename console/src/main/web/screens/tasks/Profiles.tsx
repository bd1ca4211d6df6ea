import { useMessages } from '../../i18n/language';
import { Group, Radio, SimpleGrid, Text } from '../../ui/controls';

const PROFILES = ['unidirectional', 'bidirectional', 'logStream'] as const;

/** The kinds of tasks; those that do not exist yet are shown as such, for who knows them from elsewhere. */
export function Profiles() {
  const { task } = useMessages();
  return (
    <Radio.Group label={task.profile} value="unidirectional" readOnly>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" mt="xs">
        {PROFILES.map((profile) => (
          <Radio.Card
            key={profile}
            value={profile}
            p="md"
            disabled={profile !== 'unidirectional'}
            aria-label={task.profiles[profile].name}
          >
            <Group gap="xs" wrap="nowrap" mb={4}>
              <Radio.Indicator disabled={profile !== 'unidirectional'} />
              <Text fw={600} size="sm" {...(profile === 'unidirectional' ? {} : { c: 'dimmed' })}>
                {task.profiles[profile].name}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              {task.profiles[profile].text}
            </Text>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

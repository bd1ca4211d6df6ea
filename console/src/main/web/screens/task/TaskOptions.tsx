import { useMessages } from '../../i18n/language';
import { Checkbox, Group, SimpleGrid, Stack, Text } from '../../ui/controls';

export interface Options {
  readonly fullLoad: boolean;
  readonly applyChanges: boolean;
}

interface Props {
  readonly value: Options;
  readonly onChange: (value: Options) => void;
}

/** Full Load and Apply Changes, and what the combination does. */
export function TaskOptions({ value, onChange }: Props) {
  const { task } = useMessages();
  const outcome = value.fullLoad
    ? value.applyChanges
      ? task.both
      : task.onlyLoad
    : value.applyChanges
      ? task.onlyChanges
      : task.neither;
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {(['fullLoad', 'applyChanges'] as const).map((option) => (
          <Checkbox.Card
            key={option}
            p="md"
            checked={value[option]}
            onChange={(checked) => onChange({ ...value, [option]: checked })}
            aria-label={task[option]}
          >
            <Stack gap={4}>
              <Group gap="sm" wrap="nowrap">
                <Checkbox.Indicator />
                <Text fw={600} size="sm">
                  {task[option]}
                </Text>
              </Group>
              <Text size="sm" c="dimmed">
                {option === 'fullLoad' ? task.fullLoadText : task.applyChangesText}
              </Text>
            </Stack>
          </Checkbox.Card>
        ))}
      </SimpleGrid>
      <Text size="sm" role="status" c={value.fullLoad || value.applyChanges ? 'dimmed' : 'red'}>
        {outcome}
      </Text>
    </Stack>
  );
}

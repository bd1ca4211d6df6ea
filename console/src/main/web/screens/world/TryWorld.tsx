import { IconWorld } from '@tabler/icons-react';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Button, Divider, Stack, Text } from '../../ui/controls';
import { ProblemNote } from '../../ui/ProblemNote';
import { useTryWorld } from './useTryWorld';

/** For who has no database at hand: the platform starts one, and connects it. */
export function TryWorld() {
  const { world } = useMessages();
  const needs = useNeeds();
  const { start, busy, error, step } = useTryWorld();
  return (
    <Stack align="center" gap="xs" w="100%" maw={480}>
      <Divider label={world.or} w="100%" my="xs" />
      <Button
        variant="light"
        leftSection={<IconWorld size={16} aria-hidden />}
        loading={busy}
        onClick={() => void start()}
        {...needs('designer')}
      >
        {world.start}
      </Button>
      <Text size="sm" c="dimmed" ta="center" role="status">
        {busy ? world.steps[step] : world.text}
      </Text>
      {error ? <ProblemNote error={error} /> : null}
    </Stack>
  );
}

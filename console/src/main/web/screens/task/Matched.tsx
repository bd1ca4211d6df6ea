import { useQuery } from '@tanstack/react-query';
import { match } from '../../api/tasks';
import type { Selection } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Alert, Stack, Text, useDebouncedValue } from '../../ui/controls';
import { Waiting } from '../../ui/Waiting';

const SHOWN = 50;

/** The tables that a selection has in the source at present. */
export function Matched({ task, selection }: { readonly task: string; readonly selection: Selection }) {
  const { tables: messages } = useMessages();
  const [settled] = useDebouncedValue(selection, 300);
  const query = useQuery(match(task, settled));
  return (
    <Waiting query={query}>
      {({ items, total, missing, idle }) => (
        <Stack gap="xs">
          <Text fw={600} data-matched={total}>
            {messages.matched(total)}
          </Text>
          <Text size="sm" c="dimmed">
            {items.slice(0, SHOWN).join(', ')}
            {total > SHOWN ? ' …' : ''}
          </Text>
          {missing.length > 0 ? (
            <Alert color="orange" variant="light">
              {messages.missing}: {missing.join(', ')}
            </Alert>
          ) : null}
          {idle.length > 0 ? (
            <Alert color="orange" variant="light">
              {messages.idle}: {idle.join(', ')}
            </Alert>
          ) : null}
        </Stack>
      )}
    </Waiting>
  );
}

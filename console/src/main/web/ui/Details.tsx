import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** What is shown only when it is asked for, and made only then. */
export function Details({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Text component="summary" size="xs" c="dimmed">
        {summary}
      </Text>
      {open ? children : null}
    </details>
  );
}

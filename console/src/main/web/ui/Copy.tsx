import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useMessages } from '../i18n/language';

interface Props {
  readonly value: string;
  /** What is copied, for who does not see where the button is. */
  readonly label: string;
}

/** Copies a text. */
export function Copy({ value, label }: Props) {
  const { actions } = useMessages();
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={copy}
          aria-label={`${copied ? actions.copied : actions.copy}: ${label}`}
        >
          {copied ? actions.copied : actions.copy}
        </Button>
      )}
    </CopyButton>
  );
}

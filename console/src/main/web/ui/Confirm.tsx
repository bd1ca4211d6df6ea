import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../i18n/language';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** What has to be typed first, where much is lost. */
  readonly typed?: string;
  /** Whether nothing is lost by it. */
  readonly harmless?: boolean;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ opened, title, text, action, typed, harmless, busy, onConfirm, onClose }: Props) {
  const { actions } = useMessages();
  const [written, setWritten] = useState('');
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <Stack>
        <Text>{text}</Text>
        {typed ? (
          <TextInput
            label={actions.typeName(typed)}
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
            data-autofocus
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} {...(typed ? {} : { 'data-autofocus': true })}>
            {actions.cancel}
          </Button>
          <Button
            {...(harmless ? {} : { color: 'red' })}
            loading={busy}
            disabled={typed !== undefined && written !== typed}
            onClick={onConfirm}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

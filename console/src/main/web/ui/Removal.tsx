import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem } from '../api/problem';
import { useMessages } from '../i18n/language';
import { Confirm } from './Confirm';
import { useAttempt } from './useAttempt';

interface Props {
  readonly title: string;
  readonly text: string;
  /** What has to be typed first, where much is lost. */
  readonly typed?: string;
  readonly small?: boolean;
  /** What the button has for who may not. */
  readonly needs: { readonly disabled?: true; readonly title?: string };
  readonly onRemove: () => Promise<void>;
}

/** A button that deletes something, once that was confirmed. */
export function Removal({ title, text, typed, small = false, needs, onRemove }: Props) {
  const { actions } = useMessages();
  const [asking, setAsking] = useState(false);
  const { busy, error, attempt, clear } = useAttempt();
  return (
    <>
      <Button
        variant="default"
        size={small ? 'xs' : 'sm'}
        leftSection={<IconTrash size={small ? 14 : 16} aria-hidden />}
        onClick={() => {
          clear();
          setAsking(true);
        }}
        {...needs}
      >
        {actions.delete}
      </Button>
      <Confirm
        opened={asking}
        title={title}
        text={error instanceof Problem ? `${error.message} ${error.remedy}` : (error?.message ?? text)}
        action={actions.delete}
        {...(typed ? { typed } : {})}
        busy={busy}
        onConfirm={() => void attempt(onRemove)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

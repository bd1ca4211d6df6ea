import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClockPause,
  IconDownload,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  IconPlayerStop,
  IconRefresh,
  IconTransfer,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/language';
import type { ShownState } from '../live/shownState';

const LOOKS: Record<ShownState, { color: string; icon: ReactNode }> = {
  draft: { color: 'gray', icon: <IconPencil size={14} aria-hidden /> },
  starting: { color: 'blue', icon: <IconHourglass size={14} aria-hidden /> },
  loading: { color: 'blue', icon: <IconDownload size={14} aria-hidden /> },
  changes: { color: 'teal', icon: <IconTransfer size={14} aria-hidden /> },
  completed: { color: 'teal', icon: <IconCheck size={14} aria-hidden /> },
  recovering: { color: 'orange', icon: <IconRefresh size={14} aria-hidden /> },
  stalled: { color: 'orange', icon: <IconClockPause size={14} aria-hidden /> },
  silent: { color: 'orange', icon: <IconVolumeOff size={14} aria-hidden /> },
  stopping: { color: 'gray', icon: <IconPlayerPause size={14} aria-hidden /> },
  stopped: { color: 'gray', icon: <IconPlayerStop size={14} aria-hidden /> },
  error: { color: 'red', icon: <IconAlertTriangle size={14} aria-hidden /> },
};

/** The state of a task: colour, picture and word. */
export function StateBadge({ state }: { readonly state: ShownState }) {
  const { states } = useMessages();
  const look = LOOKS[state];
  return (
    <Badge
      color={look.color}
      variant="light"
      leftSection={look.icon}
      tt="none"
      size="lg"
      miw="max-content"
      data-state={state}
    >
      {states[state]}
    </Badge>
  );
}

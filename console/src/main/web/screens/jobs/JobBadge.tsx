import {
  IconAlertTriangle,
  IconCheck,
  IconHourglass,
  IconPlayerPause,
  IconPlayerStop,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { JobState } from '../../api/jobs';
import { useMessages } from '../../i18n/language';
import { Badge } from '../../ui/controls';

const LOOKS: Record<JobState, { color: string; icon: ReactNode }> = {
  running: { color: 'blue', icon: <IconHourglass size={14} aria-hidden /> },
  cancelling: { color: 'gray', icon: <IconPlayerPause size={14} aria-hidden /> },
  done: { color: 'teal', icon: <IconCheck size={14} aria-hidden /> },
  failed: { color: 'red', icon: <IconAlertTriangle size={14} aria-hidden /> },
  cancelled: { color: 'gray', icon: <IconPlayerStop size={14} aria-hidden /> },
};

/** The state of a job: colour, picture and word. */
export function JobBadge({ state }: { readonly state: JobState }) {
  const { jobs } = useMessages();
  return (
    <Badge
      color={LOOKS[state].color}
      variant="light"
      leftSection={LOOKS[state].icon}
      tt="none"
      size="lg"
      miw="max-content"
      data-job-state={state}
    >
      {jobs.states[state]}
    </Badge>
  );
}

import type { Cluster } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Badge } from '../../ui/controls';

const COLORS: Record<Cluster['state'], string> = {
  ACTIVE: 'teal',
  CREATING: 'blue',
  DELETING: 'gray',
  FAILED: 'red',
  HEALING: 'orange',
  MAINTENANCE: 'orange',
  REBOOTING_BROKER: 'blue',
  UPDATING: 'blue',
};

/** The state of a cluster: colour and word, the API's own beside it where they differ. */
export function ClusterBadge({ state }: { readonly state: Cluster['state'] }) {
  const { clusters } = useMessages();
  return (
    <Badge
      color={COLORS[state]}
      variant="light"
      tt="none"
      size="lg"
      miw="max-content"
      data-cluster-state={state}
    >
      {clusters.states[state]}
    </Badge>
  );
}

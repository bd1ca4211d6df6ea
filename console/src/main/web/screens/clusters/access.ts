import type { Access, Cluster } from '../../api/types';

/** How clients get into a cluster. */
export function accessOf(cluster: Cluster): Access {
  if (cluster.clientAuthentication?.sasl.scram.enabled) return 'scram';
  if (cluster.clientAuthentication?.tls.enabled) return 'certificates';
  const transit = cluster.encryptionInfo?.encryptionInTransit.clientBroker ?? 'PLAINTEXT';
  return transit === 'PLAINTEXT' ? 'plaintext' : 'tls';
}

import { queryOptions } from '@tanstack/react-query';
import { call, segment } from './client';
import type {
  Cluster,
  ClusterDetail,
  ConsumerGroup,
  Items,
  KafkaTopic,
  KafkaTopicDetail,
  NewCluster,
} from './types';

const SECOND = 1000;

const path = (cluster: string, rest = '') => `clusters/${segment(cluster)}${rest}`;

export const clusters = queryOptions({
  queryKey: ['clusters'],
  queryFn: () => call<Items<Cluster>>('GET', 'clusters'),
  refetchInterval: 3 * SECOND,
});

export const cluster = (name: string) =>
  queryOptions({
    queryKey: ['clusters', name],
    queryFn: () => call<ClusterDetail>('GET', path(name)),
    refetchInterval: 2 * SECOND,
    placeholderData: (before) => before,
  });

export const clusterTopics = (name: string, match: string, limit: number) =>
  queryOptions({
    queryKey: ['cluster-topics', name, match, limit],
    queryFn: () =>
      call<Items<KafkaTopic>>(
        'GET',
        path(name, `/topics?${new URLSearchParams({ match, limit: String(limit) })}`),
      ),
    refetchInterval: 5 * SECOND,
    placeholderData: (before) => before,
    retry: false,
  });

export const clusterTopic = (name: string, topic: string) =>
  queryOptions({
    queryKey: ['cluster-topic', name, topic],
    queryFn: () => call<KafkaTopicDetail>('GET', path(name, `/topics/${segment(topic)}`)),
    refetchInterval: 3 * SECOND,
    retry: false,
  });

export const groups = (name: string) =>
  queryOptions({
    queryKey: ['groups', name],
    queryFn: () => call<Items<ConsumerGroup>>('GET', path(name, '/groups')),
    refetchInterval: 5 * SECOND,
    retry: false,
  });

export function createCluster(wanted: NewCluster): Promise<Cluster> {
  return call('POST', 'clusters', { body: wanted });
}

export function deleteCluster(name: string): Promise<void> {
  return call('DELETE', path(name));
}

export function createTopic(
  cluster: string,
  name: string,
  partitions: number,
  replicas: number,
): Promise<void> {
  return call('POST', path(cluster, '/topics'), { body: { name, partitions, replicas } });
}

export function deleteTopic(cluster: string, topic: string): Promise<void> {
  return call('DELETE', path(cluster, `/topics/${segment(topic)}`));
}

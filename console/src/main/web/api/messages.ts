import { queryOptions } from '@tanstack/react-query';
import { call, segment } from './client';
import type { Items, MessagePage } from './types';

export const PAGE = 25;

const SECOND = 1000;

export const topics = (task: string) =>
  queryOptions({
    queryKey: ['topics', task],
    queryFn: () => call<Items<string>>('GET', `tasks/${segment(task)}/topics`),
    refetchInterval: 5 * SECOND,
  });

/** A page of a topic; the newest messages come anew, older ones stay as they are. */
export const messages = (task: string, topic: string, partition: number, before: number | undefined) =>
  queryOptions({
    queryKey: ['messages', task, topic, partition, before],
    queryFn: () =>
      call<MessagePage>(
        'GET',
        `tasks/${segment(task)}/messages?${new URLSearchParams({
          topic,
          partition: String(partition),
          before: String(before ?? -1),
          limit: String(PAGE),
        })}`,
      ),
    refetchInterval: before === undefined ? 3 * SECOND : false,
    retry: false,
  });

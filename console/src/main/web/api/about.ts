import { queryOptions } from '@tanstack/react-query';
import { call } from './client';
import type { About } from './types';

export const about = queryOptions({
  queryKey: ['about'],
  queryFn: () => call<About>('GET', 'about'),
  staleTime: Number.POSITIVE_INFINITY,
});

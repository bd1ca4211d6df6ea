import { expect, test } from 'vitest';
import { span } from './span';

test('one moment is the end of a minute, not the begin of a day', () => {
  expect(span([1_000_000])).toEqual([999_940, 1_000_000]);
});

test('a longer time is as long as it is', () => {
  expect(span([1_000_000, 1_000_100, 1_000_900])).toEqual([999_999, 1_000_900]);
});

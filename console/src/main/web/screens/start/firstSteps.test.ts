import { expect, test } from 'vitest';
import type { Endpoint, Task } from '../../api/types';
import { nextStep } from './firstSteps';

const endpoint = (role: 'source' | 'target') => ({ role }) as Endpoint;
const both = [endpoint('source'), endpoint('target')];
const task = (part: Partial<Task>) => ({ managed: true, deployed: null, ...part }) as Task;
const chosen = { include: [{ pattern: 'world.%', order: 'normal' as const }], exclude: [] };

test('one step follows the other from nothing to a task that runs', () => {
  expect(nextStep([], [])).toBe('source');
  expect(nextStep([endpoint('source')], [])).toBe('target');
  expect(nextStep([endpoint('target')], [])).toBe('source');
  expect(nextStep(both, [])).toBe('task');
  expect(nextStep(both, [task({})])).toBe('tables');
  expect(nextStep(both, [task({ tables: chosen })])).toBe('run');
  expect(nextStep(both, [task({ tables: chosen, deployed: 1 })])).toBeUndefined();
});

test('nobody is led who has tasks of Kafka Connect', () => {
  expect(nextStep([], [task({ managed: false })])).toBeUndefined();
});

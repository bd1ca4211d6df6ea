import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props<T extends string> {
  readonly tabs: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** The open one's content. */
  readonly children: ReactNode;
}

/** The parts of a page, of which one is open. */
export function PageTabs<T extends string>({ tabs, labels, value, onChange, children }: Props<T>) {
  return (
    <Tabs value={value} onChange={(chosen) => onChange(chosen as T)} keepMounted={false}>
      <Tabs.List mb="lg">
        {tabs.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {labels[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>

      {tabs.map((each) => (
        <Tabs.Panel key={each} value={each}>
          {children}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

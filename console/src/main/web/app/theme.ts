import { createTheme, type MantineColorsTuple, NavLink, Paper, Table, Tabs } from '@mantine/core';

/** River water. */
const water: MantineColorsTuple = [
  '#e6f7fa',
  '#d3ebf0',
  '#a8d6e0',
  '#79c0d0',
  '#53adc2',
  '#3aa1ba',
  '#2b9bb6',
  '#1a7f97',
  '#0b7285',
  '#005f70',
];

/** The river at night: text first, the ground of the page last but one. */
const dark: MantineColorsTuple = [
  '#dde4ea',
  '#bcc7d1',
  '#a3b0bc',
  '#71808e',
  '#33414e',
  '#283541',
  '#1e2932',
  '#172129',
  '#0f171d',
  '#0a1014',
];

export const theme = createTheme({
  colors: { water, dark },
  primaryColor: 'water',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    NavLink: NavLink.extend({
      styles: { root: { borderRadius: 'var(--mantine-radius-md)' }, label: { fontWeight: 500 } },
    }),
    Paper: Paper.extend({ defaultProps: { shadow: 'xs' } }),
    Table: Table.extend({
      styles: { th: { color: 'var(--mantine-color-dimmed)', fontSize: 13, fontWeight: 500 } },
    }),
    Tabs: Tabs.extend({
      styles: {
        list: { flexWrap: 'nowrap', overflowX: 'auto' },
        tab: { fontWeight: 500, outlineOffset: -2 },
      },
    }),
  },
});

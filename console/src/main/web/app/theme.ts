import { createTheme, type MantineColorsTuple } from '@mantine/core';

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

export const theme = createTheme({
  colors: { water },
  primaryColor: 'water',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  cursorType: 'pointer',
  respectReducedMotion: true,
});

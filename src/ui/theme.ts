/** Mantine's theme: the system's font, our three sizes, one accent that carries white text. */
import { Button, createTheme, type MantineColorsTuple, Portal } from '@mantine/core';

const TIDE: MantineColorsTuple = [
  '#e8f4fb',
  '#cfe6f4',
  '#9fcde9',
  '#6cb3dd',
  '#429dd3',
  '#288fcc',
  '#0072b2',
  '#00659f',
  '#00527f',
  '#003f63',
];

/** Where tooltips and popovers are put: inside the main landmark. */
export const FLOATING_ID = 'floating';

export const theme = createTheme({
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  primaryColor: 'tide',
  primaryShade: 6,
  colors: { tide: TIDE },
  respectReducedMotion: true,
  defaultRadius: 'md',
  components: {
    Button: Button.extend({ styles: { label: { fontWeight: 500 } } }),
    Portal: Portal.extend({ defaultProps: { target: `#${FLOATING_ID}` } }),
  },
});

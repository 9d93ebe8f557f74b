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

/** Mantine's greys, as blue as our panels. */
const DARK: MantineColorsTuple = [
  '#d3dce4',
  '#b8c4cf',
  '#93a2b0',
  '#6b7986',
  '#3b4854',
  '#2d3843',
  '#222b34',
  '#171e25',
  '#11171d',
  '#0c1116',
];

const DIALOG_TITLE = { fontSize: 'var(--type-large)', fontWeight: 700 };

export const theme = createTheme({
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  primaryColor: 'tide',
  primaryShade: 6,
  colors: { tide: TIDE, dark: DARK },
  respectReducedMotion: true,
  defaultRadius: 'md',
  components: {
    Button: Button.extend({ styles: { label: { fontWeight: 500 } } }),
    // By name only: most visits open no dialog, and need not load one.
    Drawer: { styles: { title: DIALOG_TITLE } },
    // Its placeholder for the focus is no child that a menu may have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { styles: { title: DIALOG_TITLE } },
    // Where the page scrolls, the focus on its last choice scrolls its button away: hidden, it would lose it.
    Popover: { defaultProps: { hideDetached: false } },
    Portal: Portal.extend({ defaultProps: { target: `#${FLOATING_ID}` } }),
  },
});

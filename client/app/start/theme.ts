import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one warm accent, from tint to ink; screens use the sixth and the eighth. */
const terracotta: MantineColorsTuple = [
  '#fbeae1',
  '#f3d3c3',
  '#e8b299',
  '#dc906d',
  '#cb6c42',
  '#bd5d34',
  '#b4532a',
  '#9d4520',
  '#8a3a18',
  '#6e2d11',
]

/** Mantine with the tokens of `styles/tokens.css`; the variables themselves are set in `styles/mantine.css`. */
export const theme = createTheme({
  primaryColor: 'terracotta',
  primaryShade: 6,
  colors: { terracotta },
  fontFamily: 'var(--text)',
  headings: { fontFamily: 'var(--display)' },
  defaultRadius: 10,
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        // Locking the scroll writes a style element, which the content security policy refuses.
        lockScroll: false,
        centered: true,
        closeButtonProps: { 'aria-label': 'Fermer' },
        transitionProps: { duration: 0 },
        overlayProps: { color: '#17262b', backgroundOpacity: 0.45 },
      },
    },
    Drawer: {
      defaultProps: {
        lockScroll: false,
        position: 'right',
        closeButtonProps: { 'aria-label': 'Fermer' },
        transitionProps: { duration: 0 },
        overlayProps: { color: '#17262b', backgroundOpacity: 0.45 },
      },
    },
  },
})

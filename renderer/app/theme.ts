/** How Mantine's parts behave here. Their colours are in look.css, as variables: no style is written into the page. */
import { createTheme, Modal, Select, Tooltip } from '@mantine/core'

export const theme = createTheme({
  defaultRadius: 'default',
  radius: { default: '5px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, checkIconPosition: 'right' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 } }),
  },
})

/** How Mantine's parts behave here. Their colours are in look.css, as variables: no style is written into the page. */
import { createTheme, Modal, NativeSelect, NumberInput, Select, Textarea, TextInput, Tooltip } from '@mantine/core'

/** What a field means stands under it, so that fields side by side keep one line. */
const order = {
  inputWrapperOrder: ['label', 'input', 'description', 'error'] satisfies (
    | 'label'
    | 'input'
    | 'description'
    | 'error'
  )[],
}

export const theme = createTheme({
  defaultRadius: 'default',
  radius: { default: '5px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } }),
    NativeSelect: NativeSelect.extend({ defaultProps: order }),
    NumberInput: NumberInput.extend({ defaultProps: order }),
    Textarea: Textarea.extend({ defaultProps: order }),
    TextInput: TextInput.extend({ defaultProps: order }),
    Select: Select.extend({ defaultProps: { ...order, allowDeselect: false, checkIconPosition: 'right' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 } }),
  },
})

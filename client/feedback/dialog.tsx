import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import './feedback.css'

/**
 * A question asked over the page: focus is held inside and given back. Where `onClose` is undefined the user must
 * choose: no cross, and Escape does nothing. Load it lazily on the first page.
 */
export function Dialog({ opened, title, onClose, children, wide = false }: DialogProps) {
  const mustChoose = onClose === undefined
  return (
    <Modal
      opened={opened}
      onClose={onClose ?? (() => {})}
      title={title}
      size={wide ? 820 : 640}
      withCloseButton={!mustChoose}
      closeOnEscape={!mustChoose}
      closeOnClickOutside={false}
    >
      {children}
    </Modal>
  )
}

type DialogProps = {
  readonly opened: boolean
  readonly title: string
  readonly onClose: (() => void) | undefined
  readonly children: ReactNode
  readonly wide?: boolean
}

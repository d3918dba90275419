import {
  type FocusEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'

/** Which item a card is shown for, and where, in pixels from the frame's corner. */
export type CardPlace = { id: string; left: number; top: number; above: boolean }

const LEAVE = 140
export const CARD = 300

function itemAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-item]') : null
}

/** Hover and focus show a card; it stays while the pointer is on it, and Escape or any move takes it away. */
export function useCard(frame: RefObject<HTMLElement | null>) {
  const [card, setCard] = useState<CardPlace | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = useCallback(() => {
    clearTimeout(timer.current)
    setCard(null)
  }, [])
  const hideSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(hide, LEAVE)
  }
  const stay = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])

  const show = (item: Element) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    const target = item.getBoundingClientRect()
    stay()
    const middle = target.top - box.top + target.height / 2
    const above = middle > box.height * 0.55
    const room = Math.max(0, box.width - CARD - 8)
    const left = Math.min(room, Math.max(8, Math.max(target.left, box.left) - box.left))
    setCard({
      id: item.getAttribute('data-item') ?? '',
      left,
      top: (above ? target.top : target.bottom) - box.top,
      above,
    })
  }
  const handlers = {
    onPointerOver: (event: PointerEvent) => {
      const item = itemAt(event.target)
      if (item && event.pointerType === 'mouse' && event.buttons === 0) show(item)
    },
    onPointerOut: (event: PointerEvent) => {
      if (itemAt(event.target)) hideSoon()
    },
    onFocus: (event: FocusEvent) => {
      const item = itemAt(event.target)
      // A click focuses too; the details beside say more than a card over the neighbours.
      if (item?.matches(':focus-visible')) show(item)
    },
    onBlur: hideSoon,
  }
  return { card, hide, stay, hideSoon, handlers }
}

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Window } from '@/lib/timeline/axis/rules'
import type { Content, Slice } from './content'
import { Stage } from './stage'

export type StageRefs = {
  plot: RefObject<HTMLDivElement | null>
  track: RefObject<HTMLDivElement | null>
  sheet: RefObject<HTMLDivElement | null>
  head: RefObject<HTMLCanvasElement | null>
  body: RefObject<HTMLCanvasElement | null>
  range: RefObject<HTMLSpanElement | null>
}

type Given = {
  content: Content | null
  /** Where to begin; null for the whole plan. */
  window: Window | null
  onSettle: (window: Window, text: string) => void
  onFrame: () => void
}

const NOTHING: Slice = { content: null, scene: { lanes: [], height: 0 }, first: 0, last: 0 }

/** The stage in its elements, and which lanes are in sight on it. */
export function useStage({ content, window, onSettle, onFrame }: Given) {
  const refs: StageRefs = {
    plot: useRef<HTMLDivElement>(null),
    track: useRef<HTMLDivElement>(null),
    sheet: useRef<HTMLDivElement>(null),
    head: useRef<HTMLCanvasElement>(null),
    body: useRef<HTMLCanvasElement>(null),
    range: useRef<HTMLSpanElement>(null),
  }
  const [slice, setSlice] = useState(NOTHING)
  const told = useRef({ onSettle, onFrame })
  useLayoutEffect(() => {
    told.current = { onSettle, onFrame }
  })
  const [stage] = useState(
    () =>
      new Stage({
        onSlice: setSlice,
        onFrame: () => told.current.onFrame(),
        onSettle: (...settled) => told.current.onSettle(...settled),
      }),
  )
  const began = useRef(false)
  const { plot, track, sheet, head, body, range } = refs
  useEffect(() => {
    if (!plot.current || !track.current || !sheet.current || !head.current || !body.current) return
    return stage.attach({
      ...{ plot: plot.current, track: track.current, sheet: sheet.current },
      ...{ head: head.current, body: body.current, range: range.current },
    })
  }, [stage, plot, track, sheet, head, body, range])
  useLayoutEffect(() => {
    if (!content) return
    stage.show(content)
    if (!began.current && window) stage.go(window)
    began.current = true
  }, [stage, content, window])
  return { stage, refs, slice }
}

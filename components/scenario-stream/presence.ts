import { newRequestId } from '../outcome'

export type Announcer = {
  say: (injectId: string | null, field: string | null) => void
  /** the page is being left, perhaps to come back */
  leave: () => void
  end: () => void
}

/** The server forgets who says nothing for 45 seconds, and counts who says too much. */
const againMs = 20_000
const leastMs = 1000

/** Tells the server where this tab is: at once, then at most once a second, and again while it stays there. */
export function announcer(exerciseId: string): Announcer {
  const tab = newRequestId()
  type Place = { injectId: string | null; field: string | null }
  let place: Place = { injectId: null, field: null }
  let toldAt = Number.NEGATIVE_INFINITY
  let waiting: ReturnType<typeof setTimeout> | null = null
  const tell = (where = place) => {
    waiting = null
    toldAt = performance.now()
    fetch(`/api/stream/${exerciseId}/presence`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ tab, ...where }),
      keepalive: true,
    }).catch(() => {
      // Who is where is a courtesy: what was not told now is told again soon.
    })
  }
  const again = setInterval(() => {
    if (place.injectId !== null && document.visibilityState === 'visible') tell()
  }, againMs)
  const leave = () => {
    if (place.injectId !== null) tell({ injectId: null, field: null })
  }
  return {
    say(injectId, field) {
      if (injectId === place.injectId && field === place.field) return
      place = { injectId, field }
      waiting ??= setTimeout(() => tell(), Math.max(0, leastMs - (performance.now() - toldAt)))
    },
    leave,
    end() {
      clearInterval(again)
      if (waiting) clearTimeout(waiting)
      leave()
    },
  }
}

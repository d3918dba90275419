import { useMemo, useState } from 'react'
import { unpack } from '@/components/packed'
import type { BoardProps } from './board-data'
import { useChosen } from './use-chosen'
import { useColumns } from './use-columns'
import { useContent } from './use-content'
import { useMedia } from './use-media'
import { useNow } from './use-now'
import { usePosition } from './use-position'
import { otherZone, useZones } from './use-zones'

export type Plan = ReturnType<typeof usePlan>

/** The plan, where one stands in it, and what of it is wanted: all that the stage shows. */
export function usePlan(props: BoardProps) {
  const words = useMemo(() => unpack(props.words), [props.words])
  const made = useMemo(() => unpack(props.zones), [props.zones])
  const { columns, failed, again } = useColumns(props)
  const { startexAt, endexAt } = props.play
  const zones = useZones(made, props.viewerKnown, startexAt, endexAt)
  const { position, set } = usePosition(props.initial)
  const choice = useChosen(position.item, set)
  const [links, setLinks] = useState(false)
  const now = useNow(props.now)
  const shownZones = useMemo(
    () => ({ shown: zones[position.zone], home: zones.home, other: otherZone(zones, position.zone) }),
    [zones, position.zone],
  )
  const phone = useMedia('(max-width: 47.99rem)')
  const { content, shown, offered } = useContent({
    ...{ columns, position, chosen: choice.chosen, words, now, links, phone },
    zones: shownZones,
  })
  const turnLinks = () => setLinks(was => !was)
  return {
    ...{ words, zones, columns, failed, again, position, set, choice, now },
    ...{ links, turnLinks, content, shown, offered },
  }
}

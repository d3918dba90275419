'use client'

import { useRouter } from 'next/navigation'
import type { Party } from '@/lib/registrations/rules'
import type { Chosen } from './chosen'
import { NationActs, type QuotaLine } from './nation-acts'

type Props = {
  owner: { exerciseId: string; participationId: string }
  party: Party
  late: boolean
  quotas: readonly QuotaLine[]
  line: boolean
  person: Chosen
  /** where to go when the person is no more on the list */
  path: string
}

/** The same acts on one person's own page. */
export function PersonActs({ person, path, ...props }: Props) {
  const router = useRouter()
  const gone = () => {
    if (person.state === 'draft') router.push(path)
  }
  return <NationActs {...props} teams={[]} chosen={[person]} onDone={gone} />
}

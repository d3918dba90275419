'use client'

import { useRouter } from 'next/navigation'
import type { Preview } from '@/lib/moves/queries'
import type { Operation } from '@/lib/moves/schema'
import { ApplyForm } from './apply-form'

type Props = { exerciseId: string; operation: Operation; preview: Preview; path: string }

/** The move whose preview the page shows: applied or left, the page asks for the next. */
export function AskedMove({ exerciseId, operation, preview, path }: Props) {
  const router = useRouter()
  const leave = () => router.push(path)
  return (
    <ApplyForm
      {...{ exerciseId, operation, preview }}
      onDone={leave}
      onLeave={leave}
      onAgain={() => router.refresh()}
    />
  )
}

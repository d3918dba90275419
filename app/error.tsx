'use client'

import { Broken, type BrokenProps } from '@/components/frame/broken'

export default function ErrorPage(props: BrokenProps) {
  return <Broken {...props} />
}

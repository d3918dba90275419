'use client'

import { useState } from 'react'

/**
 * Says the page's nonce to libraries that add style elements. The first one stays: after a redirect the layout is drawn
 * by another request with another nonce, and the policy that counts is still that of the document.
 */
export function Nonce({ value }: { value: string | undefined }) {
  const [nonce] = useState(value)
  return <meta property="csp-nonce" nonce={nonce} />
}

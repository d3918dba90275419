/** Where a page runs: development needs eval and sockets for reloading, https allows no way back. */
export type PolicySetting = {
  nonce: string
  production: boolean
  https: boolean
  /** Who may show the page in a frame, as sources of the policy; nobody where none are given. */
  framedBy?: readonly string[]
}

/**
 * The Content-Security-Policy of a page: everything from ourselves, scripts and style elements by nonce, so that what
 * is injected stays dead. Style attributes pass: bars and hidden inputs carry their measures in them.
 */
export function pagePolicy({ nonce, production, https, framedBy = [] }: PolicySetting): string {
  const styles = production ? `'nonce-${nonce}'` : "'unsafe-inline'"
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${production ? '' : " 'unsafe-eval'"}`,
    `style-src 'self' ${styles}`,
    `style-src-elem 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${production ? '' : ' ws:'}`,
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

export { answerPolicy } from './answer-headers'

/** The longest body, in bytes, that a page or a server action takes; and what a route under /api takes. */
export const longestBody = { page: 256 * 1024, api: 1024 * 1024 } as const

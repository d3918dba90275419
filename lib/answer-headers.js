/**
 * Headers of every answer, pages and files alike. JavaScript, since next.config.js and the web server read it without
 * any loader. The Content-Security-Policy carries a nonce and is set in proxy.ts.
 */
export const answerHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** For browsers that do not read a policy's `frame-ancestors`; of every answer but the timeline that others may frame. */
export const frameHeaders = [{ key: 'X-Frame-Options', value: 'DENY' }]

/** Where the address itself is a key: no other site, search engine or cache shall learn it. */
export const keyHeaders = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]

/** The policy of answers that are no pages: nothing in them may run, load or be framed. */
export const answerPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'

const pageBytes = 256 * 1024
const apiBytes = 1024 * 1024

/** Everything from ourselves; scripts and style elements by nonce, so that injected ones stay dead. */
function pagePolicy(nonce: string, production: boolean, https: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${production ? '' : " 'unsafe-eval'"}`,
    `style-src 'self' ${production ? `'nonce-${nonce}'` : "'unsafe-inline'"}`,
    `style-src-elem 'self' ${production ? `'nonce-${nonce}'` : "'unsafe-inline'"}`,
    // Bars and hidden inputs carry their measures in attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${production ? '' : ' ws:'}`,
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

const apiPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export function proxy(request: NextRequest): NextResponse {
  const https = env.baseUrl.startsWith('https:')
  const api = request.nextUrl.pathname.startsWith('/api/')
  if (Number(request.headers.get('content-length') ?? 0) > (api ? apiBytes : pageBytes)) {
    return new NextResponse(null, { status: 413, headers: { 'Content-Security-Policy': apiPolicy } })
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = api ? apiPolicy : pagePolicy(nonce, env.production, https)
  // Next reads the nonce for its own scripts from the policy of the request; the layout from x-nonce.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // A layout or page cannot see its own address, and sign-in wants to lead back to it.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (https) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return response
}

export const config = { matcher: '/((?!_next/static|_next/image|icon.svg).*)' }

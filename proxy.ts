import { type NextRequest, NextResponse } from 'next/server'
import { answerPolicy, longestBody, pagePolicy } from '@/lib/content-policy'
import { env } from '@/lib/env'
import { frameHosts } from '@/lib/frame-hosts'

/** Every page and route passes here for its headers; those that never change are in lib/answer-headers.js. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const https = env.baseUrl.startsWith('https:')
  const api = request.nextUrl.pathname.startsWith('/api/')
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > (api ? longestBody.api : longestBody.page)) {
    return new NextResponse(null, { status: 413, headers: { 'Content-Security-Policy': answerPolicy } })
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const [, embedded] = /^\/embed\/([^/]+)$/.exec(request.nextUrl.pathname) ?? []
  const framedBy = embedded === undefined ? [] : await frameHosts(embedded)
  const policy = api ? answerPolicy : pagePolicy({ nonce, production: env.production, https, framedBy })
  // Next reads the nonce for its own scripts from the policy of the request; the layout from x-nonce.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (https) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return response
}

// A document of an exercise is longer than what Next keeps of a body for us to pass on.
export const config = { matcher: '/((?!_next/static|_next/image|icon.svg|api/exercises/document).*)' }

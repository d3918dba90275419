import { env } from './env'

/** Stands for every caller where no proxy tells them apart: Next does not show the socket's address. */
export const unknownAddress = 'direct'

/**
 * The caller's address as the nearest trusted proxy saw it (`TRUST_PROXY`); what stands further left in
 * X-Forwarded-For was written by whoever wanted to. An IPv6 caller counts by its network of 64 bits.
 */
export function clientAddress(headers: Headers, trusted = env.trustedProxies): string {
  if (trusted === 0) return unknownAddress
  const seen = (headers.get('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  const address = seen.at(-trusted)?.replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return address
  return /^[0-9a-f:]{3,45}$/i.test(address) ? networkOf(address) : unknownAddress
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

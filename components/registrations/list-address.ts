import type { ListFilter } from '@/lib/registrations/schema'

type Parameters = Partial<
  Record<keyof ListFilter | 'by' | 'rank' | 'marks' | 'person', string | number | null>
>

/** The address of a list with some parameters changed; without the page, since another filter begins at the first. */
export function listAddress(path: string, filter: Parameters, change: Parameters): string {
  const wanted: Parameters = { ...filter, page: null, ...change }
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(wanted)) {
    if (value !== null && value !== '' && !(key === 'page' && value === 1)) query.set(key, String(value))
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

import { useTranslations } from 'next-intl'
import type { ListFilter } from '@/lib/registrations/schema'
import { listAddress } from './list-address'

const formats = ['xlsx', 'csv'] as const

type Props = { exerciseId: string; participationId?: string; filter: ListFilter }

/** The list below, filter and order kept, as a file. */
export function FileLinks({ exerciseId, participationId, filter }: Props) {
  const t = useTranslations('registrations')
  const base = listAddress(`/api/registrations/${exerciseId}`, filter, {})
  const address = (format: string) => {
    const more = new URLSearchParams({ format, ...(participationId ? { delegation: participationId } : {}) })
    return `${base}${base.includes('?') ? '&' : '?'}${more}`
  }
  return (
    <span className="flex flex-wrap gap-x-4 print:hidden">
      {formats.map(format => (
        <a
          key={format}
          href={address(format)}
          download
          className="inline-flex min-h-target items-center underline"
        >
          {t('download', { format: format.toUpperCase() })}
        </a>
      ))}
    </span>
  )
}

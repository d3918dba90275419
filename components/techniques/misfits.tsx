import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import type { Misfits as Found } from '@/lib/techniques/rules'

/** To the injects that name it. */
export function CodeLink({ msel, code }: { msel: string; code: string }) {
  return (
    <TextLink href={`${msel}?q=${encodeURIComponent(code)}`} className="min-h-target font-mono tabular">
      {code}
    </TextLink>
  )
}

type Props = { misfits: Found; release: string; msel: string }

/** Codes in use that a release does not know or has withdrawn, with what takes their place. */
export function Misfits({ misfits: { unknown, withdrawn }, release, msel }: Props) {
  const t = useTranslations('attack.misfits')
  return (
    <div className="grid gap-4">
      {withdrawn.length > 0 ? (
        <div className="grid gap-1">
          <p>{t('withdrawn', { count: withdrawn.length, version: release })}</p>
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {withdrawn.map(({ code, name, injects, replacedBy }) => (
              <li key={code} className="flex flex-wrap items-center gap-x-2">
                <CodeLink {...{ msel, code }} />
                <span>{name}</span>
                <span className="text-muted text-note">
                  {t('injects', { count: injects })}
                  {replacedBy === null ? null : ` · ${t('instead', { code: replacedBy })}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {unknown.length > 0 ? (
        <div className="grid gap-1">
          <p>{t('unknown', { count: unknown.length, version: release })}</p>
          <ul className="flex flex-wrap gap-x-6">
            {unknown.map(({ code, injects }) => (
              <li key={code} className="flex items-center gap-2">
                <CodeLink {...{ msel, code }} />
                <span className="text-muted text-note">{t('injects', { count: injects })}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

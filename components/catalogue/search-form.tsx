import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control'
import { TextLink } from '@/components/ui/text-link'
import { catalogueKinds } from '@/lib/catalogue/rules'
import { Choose } from '../registrations/choose'

type Props = {
  base: string
  search: { q: string; kind: string | null; keyword: string; retired: boolean }
  keywords: readonly { word: string; entries: number }[]
}

/** Narrows the catalogue by its address alone: a plain form, which works before any script has come. */
export function CatalogueSearch({ base, search, keywords }: Props) {
  const t = useTranslations('catalogue')
  const { q, kind, keyword, retired } = search
  return (
    <search>
      <form method="get" className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={100}
          dir="auto"
          aria-label={t('search')}
          placeholder={t('search')}
          className={`${controlLook} min-w-40 flex-1 md:max-w-60`}
        />
        <Choose
          name="kind"
          label={t('kindHead')}
          any={t('anyKind')}
          value={kind}
          of={catalogueKinds.map(id => ({ id, name: t(`kind.${id}`) }))}
        />
        <Choose
          name="keyword"
          label={t('keyword')}
          any={t('anyKeyword')}
          value={keyword || null}
          of={keywords.map(({ word, entries }) => ({ id: word, name: t('keywordCount', { word, entries }) }))}
        />
        <label className="inline-flex min-h-target items-center gap-2">
          <input type="checkbox" name="retired" value="yes" defaultChecked={retired} />
          {t('withRetired')}
        </label>
        <Button type="submit">{t('find')}</Button>
        {q || kind || keyword || retired ? (
          <TextLink href={base} className="inline-flex min-h-target items-center">
            {t('findAll')}
          </TextLink>
        ) : null}
      </form>
    </search>
  )
}

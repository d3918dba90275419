import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicExercises } from '@/components/exercises/public-exercises'
import { PlainFrame } from '@/components/frame/plain-frame'
import { LinkButton } from '@/components/ui/link-button'
import { Words } from '@/components/words'
import { listPublicExercises } from '@/lib/exercises/queries'
import { currentActor } from '@/lib/session'
import { landingPath } from '@/lib/sign-in/rules'

const points = ['timeline', 'nations', 'history'] as const

export default async function LandingPage() {
  const actor = await currentActor()
  if (actor.kind === 'account') redirect(landingPath(actor))
  const [t, exercises] = await Promise.all([getTranslations('landing'), listPublicExercises()])
  return (
    <PlainFrame viewer={null}>
      <Words namespaces={['moments']}>
        <div className="grid gap-8 py-4 md:py-10">
          <header className="grid max-w-prose justify-items-start gap-3">
            <h1 className="font-semibold text-display">{t('title')}</h1>
            <p className="text-lead text-muted">{t('lead')}</p>
            <LinkButton href="/sign-in" variant="primary">
              {t('signIn')}
            </LinkButton>
          </header>
          <ul className="grid gap-x-8 gap-y-4 md:grid-cols-3">
            {points.map(point => (
              <li key={point} className="border-line border-t pt-3">
                <h2 className="font-semibold">{t(`points.${point}.title`)}</h2>
                <p className="text-muted">{t(`points.${point}.text`)}</p>
              </li>
            ))}
          </ul>
          <PublicExercises exercises={exercises} />
        </div>
      </Words>
    </PlainFrame>
  )
}

import { findFeed } from '@/lib/calendars/memory/queries'
import { loadActor } from '@/lib/session'
import { answerCalendar } from '../answer'
import { entriesOf, wordsIn } from '../entries'

type Context = { params: Promise<{ token: string }> }

/** A calendar by its secret address: calendar programs bring no cookie. What it tells is what its holder may see now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const feed = await findFeed(token.replace(/\.ics$/, ''))
  if (!feed) return new Response(null, { status: 404 })
  return answerCalendar(request, { feedId: feed.id }, feed, async () =>
    entriesOf(await loadActor(feed.accountId), feed, wordsIn(feed.locale)),
  )
}

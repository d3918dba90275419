import { revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { asKnown, parse, type Result } from './answer'
import { publicError } from './errors'
import { type Locale, localeCookie, localeFor } from './locale'
import type { Actor } from './policy'
import { currentActor } from './session'
import { currentInstant, type Instant } from './time'

/** Who knocks: the request's headers, and the actor it already has. */
export type Caller = { headers: Headers; actor: Actor; locale: Locale; now: Instant }

/**
 * A way in or out: what reads and sets the session's cookie, and so is no write of an exercise (`lib/action.ts`).
 * What it writes of ours goes through `execute`.
 */
export type Entry<Input extends z.ZodType, Data> = {
  name: string
  input: Input
  run: (caller: Caller, input: z.output<Input>) => Promise<Data>
  /** where the browser goes when it went well, a path of this site; `stay` where the form has more to say */
  goTo: 'stay' | ((data: Data) => string)
  /** paths whose pages show what changed, for who stays */
  stale: 'none' | readonly string[]
}

/** Runs an entry without a browser. Never throws. */
export async function enter<Input extends z.ZodType, Data>(
  entry: Entry<Input, Data>,
  caller: Caller,
  input: unknown,
): Promise<Result<Data>> {
  try {
    return { ok: true, data: await entry.run(caller, parse(entry.input, input)) }
  } catch (error) {
    return { ok: false, error: publicError(asKnown(error, entry.name)) }
  }
}

export type ServerEntry<Input extends z.ZodType, Data> = ((input: unknown) => Promise<Result<Data>>) & {
  entry: Entry<Input, Data>
}

/** Wraps an entry for the browser, which takes a form's data too, so that a form works before its script. */
export function entrance<Input extends z.ZodType, Data>(entry: Entry<Input, Data>): ServerEntry<Input, Data> {
  const run = async (input: unknown): Promise<Result<Data>> => {
    const caller = await currentCaller()
    const given = input instanceof FormData ? Object.fromEntries(input) : input
    const result = await enter(entry, caller, given)
    if (!result.ok) return result
    const stale = entry.stale === 'none' ? [] : entry.stale
    // A pattern such as /register/[token] means every page of it.
    for (const path of stale) path.includes('[') ? revalidatePath(path, 'page') : revalidatePath(path)
    if (entry.goTo !== 'stay') redirect(entry.goTo(result.data))
    return result
  }
  return Object.assign(run, { entry })
}

async function currentCaller(): Promise<Caller> {
  const [head, jar, actor] = await Promise.all([headers(), cookies(), currentActor()])
  const locale = localeFor(jar.get(localeCookie)?.value, head.get('accept-language'))
  return { headers: new Headers(head), actor, locale, now: currentInstant() }
}

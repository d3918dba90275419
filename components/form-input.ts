type Value = string | boolean | null | Value[] | { [key: string]: Value }
export type FormInput = { [key: string]: Value }

type Parts = {
  /** Name and value as the browser would send them, in order. */
  entries: Iterable<readonly [string, string]>
  /** Every tick box with a name of its own. */
  ticks?: ReadonlyMap<string, boolean>
  /** Names ending in [] that exist in the form, so that none ticked is an empty list and not nothing. */
  lists?: Iterable<string>
  /** Fields whose emptiness is "no value" and not an empty text: numbers, moments, choices. */
  nullable?: ReadonlySet<string>
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

function place(target: FormInput | Value[], path: string[], value: Value): void {
  const [head = '', ...rest] = path
  if (forbidden.has(head)) return
  const key = Array.isArray(target) ? Number(head) : head
  const holder = target as Record<string | number, Value>
  const next = rest[0]
  if (next === undefined) {
    holder[key] = value
    return
  }
  const known = holder[key]
  const inner = typeof known === 'object' && known !== null ? known : /^\d+$/.test(next) ? [] : {}
  holder[key] = inner
  place(inner, rest, value)
}

/** A form as the object its schema expects: `a.b` nests, `rows.0.name` lists, `ids[]` collects. */
export function inputOf({ entries, ticks = new Map(), lists = [], nullable = new Set() }: Parts): FormInput {
  const input: FormInput = {}
  const collected = new Map<string, string[]>([...lists].map(name => [name, []]))
  for (const [name, value] of entries) {
    if (name.endsWith('[]')) collected.set(name, [...(collected.get(name) ?? []), value])
    else if (!ticks.has(name))
      place(input, name.split('.'), value === '' && nullable.has(name) ? null : value)
  }
  for (const [name, values] of collected) place(input, name.slice(0, -2).split('.'), values)
  for (const [name, ticked] of ticks) place(input, name.split('.'), ticked)
  return input
}

/** Reads a form in the page. Files are left out: they have routes of their own. */
export function readForm(form: HTMLFormElement): FormInput {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const ticks = new Map<string, boolean>()
  const lists = new Set<string>()
  const nullable = new Set<string>()
  for (const element of form.elements) {
    if (element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && isChoice(element))) {
      nullable.add(element.name)
    }
    if (!(element instanceof HTMLInputElement) || element.type !== 'checkbox' || !element.name) continue
    if (element.name.endsWith('[]')) lists.add(element.name)
    else if (!element.disabled) ticks.set(element.name, element.checked)
  }
  return inputOf({ entries, ticks, lists, nullable })
}

function isChoice(element: HTMLInputElement): boolean {
  return element.dataset.kind !== undefined || element.dataset.focus !== undefined
}

import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Words } from '@/lib/messages'

/** The messages of a namespace under their full keys, `form.tooLong`. */
export function flatten(words: Words, prefix = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  )
  return new Map(entries)
}

function shapeOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap(element => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.tag:
        return [`<${element.value}>`, ...shapeOf(element.children)]
      case TYPE.select: {
        const options = Object.entries(element.options)
        const cases = options.map(([name]) => name).sort()
        return [
          `${element.value}: ${cases.join(' ')}`,
          ...options.flatMap(([, option]) => shapeOf(option.value)),
        ]
      }
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap(option => shapeOf(option.value))]
      default:
        return [element.value]
    }
  })
}

/**
 * What a message wants to be given: arguments, tags, and the cases of each choice. Plural cases are left out, as
 * languages differ in them. Throws a SyntaxError for what is no ICU message.
 */
export function argumentsOf(message: string): string[] {
  return [...new Set(shapeOf(parse(message)))].sort()
}

/** The look that every control shares, kept in one place so that a field and a button line up. */
export const controlLook =
  'min-h-control min-w-0 rounded-control border border-edge bg-sheet px-2.5 py-1 text-ink placeholder:text-muted ' +
  'disabled:cursor-not-allowed disabled:bg-sunk disabled:text-muted aria-invalid:border-bad'

/** Joins class names, leaving out what is absent. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

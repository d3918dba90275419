/** What can be seen to be wrong before anything is sent; worded by `ui.form`. */
export type LocalProblem =
  | {
      key:
        | 'valueMissing'
        | 'choiceMissing'
        | 'choiceUnknown'
        | 'emailInvalid'
        | 'urlInvalid'
        | 'numberInvalid'
    }
  | { key: 'tooLong'; params: { max: number; over: number } }
  | { key: 'numberTooSmall'; params: { min: number } }
  | { key: 'numberTooLarge'; params: { max: number } }

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function limit(value: string | undefined): number | null {
  return value === undefined ? null : Number(value)
}

function numberProblem(element: Control): LocalProblem | null {
  const typed = element.value.trim().replace('−', '-')
  if (!/^[+-]?\d{1,9}$/.test(typed)) return { key: 'numberInvalid' }
  const min = limit(element.dataset.min)
  const max = limit(element.dataset.max)
  if (min !== null && Number(typed) < min) return { key: 'numberTooSmall', params: { min } }
  if (max !== null && Number(typed) > max) return { key: 'numberTooLarge', params: { max } }
  return null
}

/** The problem of one control, or null. The server checks all of it again, and more. */
function localProblem(element: Control): LocalProblem | null {
  if (element.disabled) return null
  if (element.dataset.unknown === 'true') return { key: 'choiceUnknown' }
  if (element.dataset.required === 'true' && element.value === '') return { key: 'choiceMissing' }
  if (element.validity.valueMissing) {
    const chosen =
      element instanceof HTMLSelectElement || element.type === 'radio' || element.type === 'checkbox'
    return { key: chosen ? 'choiceMissing' : 'valueMissing' }
  }
  if (element.required && element.value.trim() === '') return { key: 'valueMissing' }
  if (element.value === '') return null
  if (element.validity.typeMismatch) return { key: element.type === 'url' ? 'urlInvalid' : 'emailInvalid' }
  if (element.dataset.kind === 'number') return numberProblem(element)
  const max = limit(element.dataset.maxLength)
  const over = max === null ? 0 : element.value.length - max
  return max !== null && over > 0 ? { key: 'tooLong', params: { max, over } } : null
}

/** The problems of a form by field name, in the order of the form. */
export function localProblems(form: HTMLFormElement): Map<string, LocalProblem> {
  const problems = new Map<string, LocalProblem>()
  for (const element of form.elements) {
    const control =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    if (!control || !element.name || problems.has(element.name)) continue
    const problem = localProblem(element)
    if (problem) problems.set(element.name, problem)
  }
  return problems
}

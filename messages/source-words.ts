import ts from 'typescript'

export type Finding = { line: number; text: string }

/** Two letters in a row make a word; a single one, a sign or a number does not. */
const word = /\p{L}{2}/u

/** Names that are written the same in every language. */
const names = /\b(STARTEX|ENDEX|EXCON|MSEL|English|Français)\b/gu

/** Properties of objects that people read or hear. */
const spokenProperties = new Set([
  'title',
  'label',
  'description',
  'caption',
  'placeholder',
  'alt',
  'aria-label',
])

/** Attributes that people read or hear. */
const spoken = new Set([
  ...spokenProperties,
  ...[
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'ariaLabel',
    'lead',
    'submit',
    'done',
    'note',
  ],
  ...['text', 'unit', 'empty', 'term', 'word', 'hint'],
])

function isWord(text: string): boolean {
  return word.test(text.replace(names, ''))
}

/** The literal texts that an expression may come to be shown as. */
function literals(node: ts.Expression | undefined): ts.Node[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return isWord(node.text) ? [node] : []
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head, ...node.templateSpans.map(span => span.literal)]
    return parts.some(part => isWord(part.text)) ? [node] : []
  }
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return literals(node.expression)
  if (ts.isBinaryExpression(node)) {
    const shown = [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ]
    return shown.includes(node.operatorToken.kind) ? [...literals(node.left), ...literals(node.right)] : []
  }
  return []
}

function nameOf(name: ts.PropertyName | ts.JsxAttributeName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : ''
}

function found(node: ts.Node): ts.Node[] {
  if (ts.isJsxText(node)) return isWord(node.text) ? [node] : []
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literals(node.expression)
  if (ts.isJsxAttribute(node) && spoken.has(nameOf(node.name))) {
    const value = node.initializer
    if (value && ts.isStringLiteral(value)) return literals(value)
    return value && ts.isJsxExpression(value) ? literals(value.expression) : []
  }
  if (ts.isPropertyAssignment(node) && spokenProperties.has(nameOf(node.name)))
    return literals(node.initializer)
  return []
}

/** Words that stand in the source instead of in the messages: text, and what is said in attributes and labels. */
export function literalWords(source: ts.SourceFile): Finding[] {
  const findings: Finding[] = []
  const visit = (node: ts.Node): void => {
    for (const hit of found(node)) {
      const line = source.getLineAndCharacterOfPosition(hit.getStart(source)).line + 1
      findings.push({ line, text: hit.getText(source).trim() })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}

export type UsedKey = { line: number; namespace: string; key: string; open: boolean }

/** `useTranslations('teams')`, `await getTranslations('teams')` and `getTranslations({ namespace })`. */
function namespaceOf(node: ts.Expression | undefined): string | null {
  if (!node) return null
  if (ts.isAwaitExpression(node)) return namespaceOf(node.expression)
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null
  if (!['useTranslations', 'getTranslations'].includes(node.expression.text)) return null
  const given = node.arguments[0]
  if (given && ts.isStringLiteral(given)) return given.text
  if (!given || !ts.isObjectLiteralExpression(given)) return null
  for (const property of given.properties) {
    if (!ts.isPropertyAssignment(property) || nameOf(property.name) !== 'namespace') continue
    return ts.isStringLiteral(property.initializer) ? property.initializer.text : null
  }
  return null
}

function scopeOf(node: ts.Node): ts.Node {
  let scope = node.parent
  while (!ts.isBlock(scope) && !ts.isSourceFile(scope)) scope = scope.parent
  return scope
}

/** The keys that a file asks for, where they can be read off: a template counts up to its first hole (`open`). */
export function usedKeys(source: ts.SourceFile): UsedKey[] {
  const scopes = new Map<ts.Node, Map<string, string>>()
  const calls: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const namespace = namespaceOf(node.initializer)
      const names = scopes.get(scopeOf(node)) ?? new Map<string, string>()
      if (namespace) scopes.set(scopeOf(node), names.set(node.name.text, namespace))
    }
    if (ts.isCallExpression(node)) calls.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return calls.flatMap((call): UsedKey[] => {
    const namespace = translatorOf(call, scopes)
    const key = call.arguments[0]
    if (!namespace || !key) return []
    const line = source.getLineAndCharacterOfPosition(call.getStart(source)).line + 1
    if (ts.isStringLiteralLike(key)) return [{ line, namespace, key: key.text, open: false }]
    return ts.isTemplateExpression(key) ? [{ line, namespace, key: key.head.text, open: true }] : []
  })
}

/** The namespace of `t(…)`, `t.rich(…)` and `t.markup(…)`, found in the nearest scope that declares `t`. */
function translatorOf(call: ts.CallExpression, scopes: Map<ts.Node, Map<string, string>>): string | null {
  const callee = call.expression
  const rich = ts.isPropertyAccessExpression(callee) && ['rich', 'markup'].includes(callee.name.text)
  const name = rich ? callee.expression : callee
  if (!ts.isIdentifier(name)) return null
  for (let node: ts.Node = call; node; node = node.parent) {
    const namespace = scopes.get(node)?.get(name.text)
    if (namespace) return namespace
    if (shadowed(node, name.text)) return null
  }
  return null
}

/** A parameter of the same name is another translator. */
function shadowed(node: ts.Node, name: string): boolean {
  if (!ts.isFunctionLike(node)) return false
  return node.parameters.some(parameter => parameter.name.getText().match(/\w+/g)?.includes(name))
}

import { fromMarkdown } from 'mdast-util-from-markdown'
import { Fragment, type ReactNode } from 'react'

type Node = ReturnType<typeof fromMarkdown>['children'][number]
type Nodes = readonly Node[]

const linkable = /^(https?:|mailto:)/i

/**
 * Markdown as elements, never as HTML: tags in it stay the text that they are, pictures are their description, since no
 * page asks another site for anything, and links lead to the web or to mail alone. Headings begin below the panel's own.
 */
export function Markdown({ text }: { text: string }) {
  return <div className="grid gap-2 [overflow-wrap:anywhere]">{drawn(fromMarkdown(text).children)}</div>
}

function drawn(nodes: Nodes): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the tree is made anew with each text
  return nodes.map((node, at) => <Fragment key={at}>{element(node)}</Fragment>)
}

function element(node: Node): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'paragraph':
      return <p>{drawn(node.children)}</p>
    case 'heading':
      return <p className="font-semibold">{drawn(node.children)}</p>
    case 'strong':
      return <strong>{drawn(node.children)}</strong>
    case 'emphasis':
      return <em>{drawn(node.children)}</em>
    case 'inlineCode':
      return <code className="rounded-small bg-sunk px-1 text-note">{node.value}</code>
    case 'code':
      return (
        <pre className="overflow-x-auto rounded-control bg-sunk p-2 font-mono text-note">{node.value}</pre>
      )
    case 'blockquote':
      return (
        <blockquote className="border-edge border-l-2 pl-3 text-muted">{drawn(node.children)}</blockquote>
      )
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1} className="list-decimal pl-5">
          {drawn(node.children)}
        </ol>
      ) : (
        <ul className="list-disc pl-5">{drawn(node.children)}</ul>
      )
    case 'listItem':
      return <li>{drawn(node.children)}</li>
    case 'link':
      return <Outward to={node.url}>{drawn(node.children)}</Outward>
    case 'image':
      return <Outward to={node.url}>{node.alt || node.url}</Outward>
    case 'thematicBreak':
      return <hr className="border-line" />
    case 'break':
      return <br />
    case 'html':
      return node.value
    default:
      return 'children' in node ? drawn(node.children) : null
  }
}

function Outward({ to, children }: { to: string; children: ReactNode }) {
  if (!linkable.test(to)) return children
  return (
    <a href={to} target="_blank" rel="noreferrer noopener" className="text-accent underline">
      {children}
    </a>
  )
}

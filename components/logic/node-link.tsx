import { TextLink } from '@/components/ui/text-link'

type Props = { base: string; id: string; name: string; title?: string }

/** An inject or a gate by its name, leading to its place in the logic. */
export function NodeLink({ base, id, name, title }: Props) {
  return (
    <span className="block min-w-0">
      <TextLink href={`${base}/logic?node=${id}`} className="inline-flex min-h-target items-center font-mono">
        {name}
      </TextLink>
      {title ? <span className="block font-normal text-note wrap-anywhere">{title}</span> : null}
    </span>
  )
}

/** The first stop of the tab key: past the frame, to the page. */
export function SkipLink({ href, label }: { href: `#${string}`; label: string }) {
  return (
    <a
      href={href}
      className="fixed top-2 left-2 z-50 -translate-y-20 print:hidden rounded-control bg-accent px-3 py-2 font-semibold text-accent-ink focus:translate-y-0"
    >
      {label}
    </a>
  )
}

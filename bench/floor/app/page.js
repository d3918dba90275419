export const dynamic = 'force-dynamic'

/** What a dynamic page costs before it does anything: the floor that our pages are measured against. */
export default function Page() {
  return <main />
}

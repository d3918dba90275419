import { pageNumber } from '@/lib/changes/rules'

/** As much as one reads at once: some days of a busy rota. */
const atOnce = 100

/** One page of many rows, as an address asks for it (`?page=`); past the last one the last. */
export function pageOf<Row>(all: readonly Row[], asked: string | string[] | undefined) {
  const pages = Math.max(1, Math.ceil(all.length / atOnce))
  const page = Math.min(pageNumber(asked), pages)
  return { page, pages, rows: all.slice((page - 1) * atOnce, page * atOnce) }
}

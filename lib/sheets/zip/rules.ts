import { type Unzipped, unzipSync } from 'fflate'

/** Bytes that the wanted parts unfold to together, and how many there may be. */
export type ZipMost = { bytes: number; parts: number }

/**
 * The parts of a zip whose names are wanted. What they unfold to is summed from its directory before anything is
 * unpacked, and a part is given no more room than it claims: a file that lies comes out cut short.
 */
export function unpack(bytes: Uint8Array, wanted: RegExp, most: ZipMost): Unzipped | 'too_big' | 'broken' {
  let [total, count] = [0, 0]
  const fits = () => total <= most.bytes && count <= most.parts
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false
        total += originalSize
        count += 1
        return fits()
      },
    })
    return fits() ? parts : 'too_big'
  } catch {
    return fits() ? 'broken' : 'too_big'
  }
}

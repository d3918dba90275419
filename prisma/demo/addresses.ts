// What Unicode's decomposition leaves as it is.
const plain: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** A name as it stands before the @: `Øyvind Grønås` → `oyvind.gronas`. */
export function mailboxOf(givenName: string, familyName: string): string {
  return [givenName, familyName].map(asciiOf).join('.')
}

function asciiOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, letter => plain[letter] ?? '')
}

/** Gives each e-mail once and none of the reserved: a second `sora.kitano@…` becomes `sora.kitano2@…`. */
export function uniqueAddresses(reserved: readonly string[]): (mailbox: string, domain: string) => string {
  const taken = new Set(reserved)
  return (mailbox, domain) => {
    for (let n = 1; ; n++) {
      const address = `${mailbox}${n === 1 ? '' : n}@${domain}.example`
      if (taken.has(address)) continue
      taken.add(address)
      return address
    }
  }
}

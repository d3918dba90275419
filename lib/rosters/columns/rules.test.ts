import { describe, expect, it } from 'vitest'
import { folded, missingFields, repeatedFields } from '../fields/rules'
import { guessColumns, headingRow } from './rules'

const guess = (headings: string, below: string[][] = []) => guessColumns(headings.split('|'), below)

describe('columns are told by their headings', () => {
  it('in English, as registration sheets head them', () => {
    expect(
      guess('No.|Last Name|First Name *|E-mail address|Position / Role|Organisation|Nationality|Remarks'),
    ).toEqual([null, 'familyName', 'givenName', 'email', 'role', 'company', 'homeNation', null])
    expect(
      guess('SURNAME|GIVEN NAMES|EMAIL|TEAM (optional)|ON-SITE / REMOTE|TIME ZONE|CLEARANCE EXPIRY DATE'),
    ).toEqual(['familyName', 'givenName', 'email', 'team', 'presence', 'homeTimeZone', 'clearanceUntilOn'])
  })
  it('in French, German and Estonian, with or without their accents', () => {
    expect(guess('Nom|Prénom|Courriel|Fonction|Entreprise|Pays|Langues parlées|Fuseau horaire')).toEqual([
      ...['familyName', 'givenName', 'email', 'role', 'company', 'homeNation', 'languages', 'homeTimeZone'],
    ])
    expect(guess('Name|Vorname|E-Mail-Adresse|Funktion|Dienststelle|Staatsangehörigkeit|Sprachen')).toEqual([
      ...['familyName', 'givenName', 'email', 'role', 'company', 'homeNation', 'languages'],
    ])
    expect(
      guess('Perekonnanimi|Eesnimi|E-posti aadress|Roll|Asutus|Riik|Ajavöönd|Keeleoskus|Märkused'),
    ).toEqual([
      ...['familyName', 'givenName', 'email', 'role', 'company', 'homeNation', 'homeTimeZone', null, null],
    ])
  })
  it('in Japanese, where words stand without spaces', () => {
    expect(
      guess('姓（ローマ字）|名（ローマ字）|氏名（漢字）|メールアドレス|役割|所属機関名|国籍|参加形態'),
    ).toEqual([
      ...['familyName', 'givenName', 'nativeName', 'email', 'role', 'company', 'homeNation', 'presence'],
    ])
  })
  it('each field once, the best heading taking it', () => {
    expect(guess('Email (private)|Email|Family name|Given name|Role')).toEqual([
      'email',
      null,
      'familyName',
      'givenName',
      'role',
    ])
    expect(guess('Role in last year’s exercise|Role')).toEqual([null, 'role'])
  })
  it('by one column for the whole name where there is no other', () => {
    expect(guess('Name|Email|Role')).toEqual(['fullName', 'email', 'role'])
    expect(guess('Name|First name|Email')).toEqual(['familyName', 'givenName', 'email'])
    expect(guess('Name|First name|Last name')).toEqual([null, 'givenName', 'familyName'])
  })
  it('or by what stands below where the heading says nothing', () => {
    const below = [
      ['x', 'liis@example.org', 'Europe/Tallinn'],
      ['y', 'sora@example.jp', 'Asia/Tokyo'],
    ]
    expect(guess('Column A|Column B|Column C', below)).toEqual([null, 'email', 'homeTimeZone'])
  })
  it('or by what the delegation said of them before, also that one is left out', () => {
    const remembered = new Map([
      [folded('Dienstposten'), 'role' as const],
      [folded('Team'), null],
    ])
    expect(guessColumns(['DIENSTPOSTEN', 'Team', 'Role'], [], remembered)).toEqual(['role', null, null])
  })
  it('and never by chance', () => {
    expect(guess('Shoe size|Remarks|T-shirt|Arrival|Flight|Id|')).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('headings', () => {
  it('may stand below a title and empty lines', () => {
    const rows = [
      ['Nominations of Japan'],
      [],
      ['Family name', 'Given name', 'E-mail'],
      ['Mori', 'Aiko', 'a@b.jp'],
    ]
    expect(headingRow(rows)).toBe(2)
    expect(headingRow([['Mori', 'Aiko', 'a@b.jp']])).toBe(-1)
    expect(headingRow([])).toBe(-1)
  })
  it('must say who, by which address, in which role', () => {
    expect(missingFields(['familyName', 'email', null])).toEqual(['givenName', 'role'])
    expect(missingFields(['fullName', 'email', 'role'])).toEqual([])
    expect(repeatedFields(['email', null, 'role', 'email', null])).toEqual(['email'])
  })
})

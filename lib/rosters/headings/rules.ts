import { folded } from '../fields/rules'
import { type RosterField, rosterFields } from '../fields/schema'

/**
 * How files head their columns, in English, French, German, Estonian, Finnish, Spanish, Italian, Polish and Japanese.
 * Divided by `|`; compared without case, diacritics and signs.
 */
const synonyms: Record<RosterField, string> = {
  familyName:
    'family name|last name|surname|family|lastname|second name|nom de famille|nom usuel|familienname|nachname|zuname|' +
    'perekonnanimi|perenimi|sukunimi|apellido|apellidos|primer apellido|cognome|nazwisko|姓|名字|苗字|氏|family name latin|姓 ローマ字',
  givenName:
    'given name|given names|first name|firstname|forename|forenames|christian name|prenom|prenoms|vorname|rufname|' +
    'eesnimi|etunimi|nombre de pila|imie|名|名 ローマ字',
  fullName:
    'name|full name|complete name|participant|participant name|name of participant|expert|person|rank and name|nom|' +
    'nom complet|nom et prenom|nom prenom|name vorname|vollstandiger name|teilnehmer|nimi|taisnimi|osaleja|nombre|' +
    'nombre completo|nombre y apellidos|nome|nome e cognome|imie i nazwisko|氏名|名前|お名前|参加者|参加者名',
  nativeName:
    'native name|name in the own script|name in own script|own script|name in native script|local name|original name|' +
    'nom dans sa propre ecriture|nom original|name in eigener schrift|nimi omas kirjas|漢字|漢字氏名|氏名 漢字|現地語名|母国語表記',
  email:
    'email|e mail|mail|email address|e mail address|mail address|work email|official email|contact email|courriel|' +
    'adresse electronique|adresse email|adresse e mail|adresse mail|mel|e mail adresse|email adresse|mailadresse|' +
    'e post|epost|e posti aadress|meiliaadress|meil|sahkoposti|correo|correo electronico|posta elettronica|' +
    'adres e mail|メール|メールアドレス|電子メール|eメール',
  role:
    'role|roles|position|function|job|job title|title|duty|speciality|specialty|expertise|area of expertise|poste|fonction|' +
    'role souhaite|metier|specialite|rolle|funktion|aufgabe|roll|ulesanne|ametikoht|amet|rooli|tehtava|rol|cargo|puesto|' +
    'ruolo|rola|stanowisko|役割|役職|職種|担当|任務',
  team:
    'team|team wanted|wanted team|preferred team|blue team|desired team|equipe|equipe souhaitee|mannschaft|wunschteam|' +
    'meeskond|soovitud meeskond|tiim|joukkue|equipo|squadra|zespol|druzyna|チーム|希望チーム|班',
  company:
    'company|company or agency|agency|organisation|organization|org|employer|institution|unit|affiliation|firm|' +
    'entreprise|entreprise ou agence|agence|organisme|societe|employeur|unite|firma|unternehmen|behorde|arbeitgeber|' +
    'dienststelle|ettevote|asutus|organisatsioon|tooandja|yritys|organisaatio|empresa|organizacion|azienda|ente|' +
    'organizacja|会社|会社名|企業|所属|組織|所属機関|所属先|機関',
  presence:
    'presence|works|attendance|mode|participation|participation mode|on site or remote|on site remote|onsite|remote|' +
    'in person|presentiel|presentiel distance|travaille|mode de participation|anwesenheit|teilnahme|teilnahmeart|vor ort|' +
    'osalemine|osalusviis|kohapeal|lasnaolo|osallistuminen|modalidad|modalita|forma udzialu|参加形態|参加方法|勤務形態|現地 リモート',
  site:
    'site|venue|location|place|hall|workplace|lieu|salle|emplacement|standort|ort|einsatzort|saal|asukoht|koht|saalis|' +
    'paikka|sede|lugar|luogo|miejsce|lokalizacja|会場|場所|拠点|サイト|勤務地',
  homeNation:
    'home country|country|nation|nationality|citizenship|home nation|country code|iso|pays|pays d origine|nationalite|' +
    'land|herkunftsland|nationalitat|staatsangehorigkeit|riik|paritoluriik|kodakondsus|kodumaa|maa|kansalaisuus|pais|' +
    'nacionalidad|paese|nazione|nazionalita|kraj|obywatelstwo|国|国名|国籍|出身国',
  homeTimeZone:
    'time zone|timezone|home time zone|tz|iana|zone|fuseau|fuseau horaire|fuseau horaire habituel|zeitzone|ajavoond|' +
    'kodune ajavoond|aikavyohyke|zona horaria|huso horario|fuso orario|strefa czasowa|タイムゾーン|時間帯|標準時',
  languages:
    'languages|language|spoken languages|languages spoken|langues|langue|langues parlees|sprachen|sprache|' +
    'sprachkenntnisse|keeled|keel|keelteoskus|kielet|idiomas|idioma|lingue|jezyki|言語|使用言語|話せる言語',
  clearanceUntilOn:
    'clearance|clearance until|clearance valid until|security clearance|clearance expiry|clearance expires|' +
    'clearance expiration|psc until|clearance confirmed by the nation until|habilitation|habilitation jusqu au|' +
    'date d expiration habilitation|fin d habilitation|habilitation confirmee par la nation jusqu au|' +
    'sicherheitsuberprufung|sicherheitsuberprufung bis|su bis|ermachtigung bis|juurdepaasuluba|' +
    'juurdepaasuluba kehtib kuni|luba kuni|turvallisuusselvitys|habilitacion|acreditacion hasta|nulla osta|' +
    'poswiadczenie|クリアランス|クリアランス有効期限|適性評価|有効期限',
}

type Known = { field: RosterField; words: string; spaced: boolean }

const known: readonly Known[] = rosterFields.flatMap(field =>
  synonyms[field].split('|').map(text => {
    const words = folded(text)
    return { field, words, spaced: /^[\p{sc=Latn}\p{N} ]+$/u.test(words) }
  }),
)
const exact = new Map(known.map(({ field, words }) => [words, field]))

export const sure = 100

/**
 * How well each field fits a heading, up to `sure` where the heading is one of its known words: for whole words that
 * are part of it less, the longer the rest. Remarks in brackets ("(optional)") and an asterisk say nothing.
 */
export function headingScores(heading: string): Map<RosterField, number> {
  const scores = new Map<RosterField, number>()
  const whole = folded(heading)
  const bare = folded(heading.replace(/[([（【].*?[)\]）】]/g, ' '))
  const found = exact.get(whole) ?? exact.get(bare)
  if (found) return scores.set(found, sure)
  // Japanese has no spaces between words, so that a known word may stand anywhere.
  const padded = ` ${bare} `
  for (const { field, words, spaced } of known) {
    const inside = spaced ? padded.includes(` ${words} `) : words.length > 1 && bare.includes(words)
    if (!inside) continue
    scores.set(field, Math.max(scores.get(field) ?? 0, 40 + Math.round((50 * words.length) / bare.length)))
  }
  return scores
}

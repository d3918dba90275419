import { folded } from '@/lib/rosters/fields/rules'
import { type MselField, mselFields } from '../fields/schema'

/**
 * How MSELs head their columns, in English, French, German, Estonian, Spanish, Italian, Finnish, Polish, Portuguese and
 * Japanese. Divided by `|`; compared without case, diacritics and signs.
 */
const synonyms: Record<MselField, string> = {
  serial:
    'id|no|nr|number|num|serial|serial no|serial number|seq|seq no|sequence|sequence number|event|event no|event nr|event number|' +
    'inject|inject no|inject number|inject id|inject nr|msel|msel no|msel number|msel id|msel nr|control number|control no|item|item no|' +
    'item number|ref|reference|ref no|numero|numero d inject|n|no d ordre|no inject|identifiant|nummer|lfd nr|laufende nummer|lfdnr|ereignisnummer|' +
    'einlage nr|einlagennummer|jrk|jrk nr|jarjekorranumber|syndmuse nr|sundmuse nr|numero de inyeccion|numero inyecto|' +
    'codigo|numero evento|numero progressivo|jarjestysnumero|lp|l p|numer|番号|通番|連番|通し番号|状況付与番号',
  day:
    'day|exercise day|day no|day number|scenario day|ex day|d day|dday|play day|jour|jour d exercice|j|tag|ubungstag|' +
    'paev|oppuse paev|dia|dia del ejercicio|giorno|paiva|dzien|日|日目|日程',
  date:
    'date|event date|inject date|exercise date|start date|planned date|calendar date|date d execution|date prevue|datum|' +
    'startdatum|ereignisdatum|kuupaev|alguskuupaev|fecha|fecha de inicio|data|paivamaara|日付|年月日|実施日',
  time:
    'planned|time z|time|start time|event time|inject time|scheduled time|planned time|local time|delivery time|exercise time|inject dtg|dtg|date time|' +
    'datetime|date time group|time zulu|zulu time|zulu|utc|time utc|designated scenario time|scheduled dtg|planned dtg|release time|injection time|timeline|timing|when|offset|' +
    't time|t plus|time offset|relative time|elapsed time|start|move time|date and time|trigger time|time of inject|heure|heure d injection|heure prevue|horaire|date heure|date et heure|date heure d injection|horodatage|uhrzeit|zeit|zeitpunkt|beginn|startzeit|ereigniszeit|' +
    'kellaaeg|aeg|algus|algusaeg|kuupaev ja kellaaeg|hora|hora de inicio|fecha y hora|hora prevista|momento|ora|orario|data e ora|inizio|aika|kellonaika|alkaa|czas|godzina|data i godzina|' +
    'hora prevista|時刻|時間|日時|開始時刻|付与時刻|実施時刻|開始',
  duration:
    'duration|length|length min|duration min|duration minutes|est duration|expected duration|duree|duree min|dauer|kestus|kestvus|duracion|durata|kesto|czas trwania|duracao|所要時間|期間',
  scenarioTime:
    'scenario time|simulated time|story time|storytime|simulation time|situation time|fictional time|scenario date|scenario date time|game time|in game time|' +
    'scenario dtg|sim time|heure du scenario|temps du scenario|heure fictive|date scenario|szenariozeit|szenario zeit|simulierte zeit|stsenaariumi aeg|' +
    'mangu aeg|hora del escenario|tiempo del escenario|hora simulada|ora dello scenario|skenaarioaika|czas scenariusza|シナリオ時刻|想定時刻|想定日時',
  kind:
    'type|event type|inject type|kind|category|inject category|type d inject|type d evenement|categorie|typ|art|ereignistyp|einlagentyp|' +
    'tuup|liik|sundmuse tuup|tipo|tipo de evento|tipo de inyeccion|tipo di evento|tyyppi|rodzaj|種別|種類|分類',
  storyline:
    'storyline|story line|storyline thread|thread|story|track|plot|scenario|strand|line of effort|fil rouge|fil|trame|intrigue|ligne narrative|handlungsstrang|strang|erzahlstrang|' +
    'sundmusliin|lugu|sundmuste liin|stsenaarium|linea argumental|hilo|trama|filo narrativo|juoni|tarinalinja|watek|筋書き|ストーリー|ストーリーライン|シナリオ',
  incident:
    'incident|incident name|incident no|incident id|vorfall|intsident|incidente|incidencia|insidentti|incydent|インシデント|事案|事象',
  title:
    'title|subject|event|event title|event summary|inject title|inject name|inject subject|name|event name|headline|short title|short description|' +
    'brief description|summary|topic|titre|objet|sujet|intitule|nom|nom de l inject|resume|resume de l evenement|titel|betreff|bezeichnung|kurzbeschreibung|' +
    'ereignis|einlage|thema|pealkiri|teema|sundmus|nimetus|luhikirjeldus|titulo|asunto|evento|nombre|tema|titolo|oggetto|otsikko|aihe|tytul|temat|assunto|件名|題名|表題|タイトル|見出し|状況付与名',
  text:
    'text|message|description|details|content|body|inject|inject text|inject description|inject content|inject details|event description|narrative|' +
    'message text|inject message|full text|situation|details of inject|event details|detailed description|complete description|message body|subtitle|' +
    'texte|contenu|corps|descriptif|description de l evenement|description de l inject|soustitre|sous titre|libelle|beschreibung|inhalt|nachricht|meldung|meldungstext|untertitel|einlagentext|' +
    'sachverhalt|lage|kirjeldus|sisu|sonum|tekst|kirjeldus sisu|alapealkiri|descripcion|contenido|mensaje|texto|detalles|descrizione|contenuto|messaggio|testo|kuvaus|sisalto|viesti|' +
    'opis|tresc|descricao|conteudo|mensagem|内容|本文|状況付与内容|付与内容|詳細|説明|メッセージ',
  mode:
    'mode|method|inject mode|inject method|delivery|delivery method|delivery mode|means|medium|media|channel|how|how delivered|means of delivery|method of delivery|' +
    'delivery means|inject means|source type|moyen|mode d injection|moyen de transmission|methode|canal|vecteur|support|action to be taken|mittel|art der einspielung|' +
    'einspielart|ubermittlung|ubermittlungsart|kanal|einspielungsweg|edastusviis|edastamise viis|kanal viis|viis|vahend|medio|modo|metodo|modo de entrega|medio de entrega|canal de entrega|metodo de entrega|mezzo|' +
    'canale|modalita|tapa|kanava|toimitustapa|sposob|sposob przekazania|kanal przekazu|手段|付与手段|付与方法|伝達手段|方法',
  from:
    'from|sender|sent from|send from|send from simulated|from org|from organization|from organisation|from source|source|originator|from simulated|actor|injected from|sending cell|sending org|speaker|' +
    'role player|simulated sender|de|expediteur|emetteur|origine|de la part de|orateur|von|absender|quelle|urheber|sender simuliert|vortragende|vortragender|referent|saatja|kellelt|allikas|esineja|' +
    'remitente|emisor|origen|mittente|da|lahettaja|keneltä|kenelta|nadawca|od|remetente|発信者|発信元|送信者|差出人|発出元|発信',
  to:
    'to|recipient|recipients|receiver|sent to|send to|to org|to organization|to organisation|to target|target|target audience|audience|addressee|addressees|' +
    'team|teams|training audience|players|player|participant|participants|receiving org|inject to|delivered to|target team|target teams|a|pour|destinataire|' +
    'destinataires|cible|cibles|equipe|equipes|joueurs|an|empfanger|adressat|adressaten|ziel|zielgruppe|ubende|saaja|saajad|kellele|adressaat|meeskond|sihtruhm|' +
    'destinatario|destinatarios|para|equipo|equipos|destinatari|destinatario destinatari|vastaanottaja|kenelle|odbiorca|do|adresat|宛先|受信者|対象|受信先|付与先|付与対象|対象者|送付先',
  phase:
    'phase|move|stage|exercise phase|phase move|vignette|phase d exercice|etape|mouvement|spielzug|ubungsphase|abschnitt|zug|faas|etapp|fase|etapa|vaihe|faza|段階|フェーズ|局面',
  controller:
    'controller|responsible controller|implementer|injected by|responsible|owner|assigned to|inject owner|poc|responsible person|msel manager|facilitator|' +
    'excon|excon responsible|injector|responsable|controleur|animateur|pilote|injecte par|verantwortlich|verantwortlicher|leitung|spielleitung|zustandig|bearbeiter|' +
    'vastutaja|vastutav|kontroller|labiviija|edastaja|responsable de la inyeccion|controlador|encargado|controllore|vastuuhenkilo|kontroleri|kontroler|odpowiedzialny|' +
    'responsavel|統制官|担当|担当者|付与者|統制者|実施者',
  reviewer:
    'reviewer|reviewed by|approver|approved by|checked by|evaluator|relecteur|verificateur|approuve par|prufer|gepruft von|ulevaataja|kontrollija|kinnitaja|revisor|revisado por|tarkastaja|確認者|承認者',
  trigger:
    'trigger|trigger condition|triggered by|condition|cue|on condition|if|declencheur|condition de declenchement|ausloser|auslosebedingung|bedingung|kaivitaja|kaivitustingimus|tingimus|' +
    'disparador|condicion|desencadenante|innesco|condizione|laukaisin|ehto|wyzwalacz|warunek|契機|条件|発動条件|トリガー',
  after:
    'after|depends on|dependency|dependencies|predecessor|predecessors|follows|waits for|parent inject|depend de|apres|predecesseur|hangt ab von|abhangig von|vorganger|nach|' +
    'soltub|eelneb|parast|depende de|despues de|predecesor|dipende da|riippuu|先行|依存',
  expectedAction:
    'expected action|expected actions|expected response|expected participant response|expected outcome|expected reaction|expected reaction to inject|expected player action|' +
    'expected player actions|anticipated response|anticipated action|desired action|desired response|desired outcome|expected result|expected results|expected action response|expectation|expectations|' +
    'action attendue|actions attendues|reaction attendue|reponse attendue|resultat attendu|effet attendu|reactions attendues|erwartete aktion|erwartete aktionen|erwartete reaktion|erwartete reaktionen|erwartete massnahmen|erwartete massnahme|erwartetes ergebnis|erwartung|' +
    'oodatav tegevus|oodatavad tegevused|oodatav reaktsioon|oodatav tulemus|eeldatav tegevus|accion esperada|acciones esperadas|respuesta esperada|reaccion esperada|resultado esperado|azione attesa|' +
    'azioni attese|risposta attesa|odotettu toiminta|odotettu reaktio|oczekiwane dzialanie|oczekiwana reakcja|acao esperada|期待する行動|期待される行動|期待行動|想定行動|予期行動|期待される対応|想定対応',
  measure:
    'measure of performance|measures of performance|mop|measure|performance measure|evaluation criteria|criteria|success criteria|expectation description|mesure de performance|' +
    'critere|criteres|critere d evaluation|indicateur|leistungsmass|bewertungskriterium|bewertungskriterien|kriterien|moodik|hindamiskriteerium|kriteerium|medida de desempeno|criterio|criterios|criterio de evaluacion|mittari|miernik|' +
    '評価基準|評価指標|評価',
  objective:
    'objective|objectives|exercise objective|exercise objectives|training objective|training objectives|related objective|objective no|objective number|core capability|' +
    'learning objective|obj|objectif|objectifs|objectif d entrainement|objectifs d entrainement|objectif de l exercice|ziel der ubung|ubungsziel|ubungsziele|ausbildungsziel|lernziel|' +
    'eesmark|eesmargid|oppuse eesmark|oppe eesmark|oppe eesmargid|objetivo|objetivos|objetivo de entrenamiento|objetivo del ejercicio|obiettivo|obiettivi|tavoite|tavoitteet|cel|cele|目標|目的|訓練目標|訓練目的',
  score:
    'score|score range|points|expectation score|max score|note max|bareme|punkte|punktzahl|bewertung|punktid|puntos|puntuacion|puntaje|punteggio|pisteet|punkty|点数|配点|得点',
  tlp: 'tlp|marking|tlp marking|classification|sensitivity|protective marking|marquage|kennzeichnung|einstufung|margis|margistus|clasificacion|marcado|classifica|機密区分|区分',
  releasableTo:
    'releasable to|rel to|releasability|release to|diffusion|diffusable a|freigabe|freigabe an|avaldatav|divulgable a|rilasciabile|公開範囲',
  technique:
    'technique|techniques|att ck|attack technique|att ck technique|mitre|mitre att ck|ttp|ttps|technique id|tehnika|tehnikad|tecnica|tecnicas|technik|techniken|戦術 技術',
  cve: 'cve|cves|vulnerability|vulnerabilities|vulnerabilite|schwachstelle|haavatavus|vulnerabilidad|脆弱性',
  cwe: 'cwe|cwes|weakness|weakness class',
  status:
    'status|state|approval status|inject status|event status|statut|etat|stand|zustand|bearbeitungsstand|staatus|olek|estado|stato|tila|stan|状態|状況|ステータス|done to do',
  notes:
    'notes|note|remarks|remark|comments|comment|controller notes|notes remarks|assumptions|additional information|remarques|remarque|commentaires|commentaire|' +
    'observations|hypotheses|bemerkung|bemerkungen|anmerkung|anmerkungen|hinweise|kommentar|notizen|' +
    'markus|markused|kommentaar|kommentaarid|lisainfo|notas|observaciones|comentarios|nota|osservazioni|commenti|huomautus|huomautuksia|uwagi|notatki|' +
    'observacoes|備考|注記|補足|メモ|コメント',
}

type Known = { field: MselField; words: string; spaced: boolean }

const known: readonly Known[] = mselFields.flatMap(field =>
  synonyms[field].split('|').map(text => {
    const words = folded(text)
    return { field, words, spaced: /^[\p{sc=Latn}\p{N} ]+$/u.test(words) }
  }),
)
const exact = new Map<string, MselField[]>()
for (const { field, words } of known) exact.set(words, [...(exact.get(words) ?? []), field])

export const sure = 100
const remembered = new Map<string, ReadonlyMap<MselField, number>>()

/**
 * How well each field fits a heading: `sure` where it is one of its known words, less for known words that are part of
 * it. Remarks in brackets say nothing where the rest is known. `Inject #` and `N°` are numbers.
 */
export function mselHeadingScores(heading: string): ReadonlyMap<MselField, number> {
  const found = remembered.get(heading)
  if (found) return found
  const scores = scored(heading)
  if (remembered.size > 5000) remembered.clear()
  remembered.set(heading, scores)
  return scores
}

function scored(heading: string): ReadonlyMap<MselField, number> {
  const scores = new Map<MselField, number>()
  if (heading.length > 120 || heading.trim() === '') return scores
  const signs = heading.replace(/[#＃№]|n[°º]/gi, ' no ').replace(/&/g, ' ')
  const whole = folded(signs)
  const bare = folded(signs.replace(/[([（【<].*?[)\]）】>]/g, ' '))
  const fields = exact.get(whole) ?? exact.get(bare)
  if (fields) {
    // A word of two meanings ("Inject", "Event") is the field listed first; the other takes it where that is taken.
    for (const [at, field] of fields.entries()) scores.set(field, sure - at)
    return scores
  }
  const padded = ` ${bare} `
  for (const { field, words, spaced } of known) {
    const inside = spaced
      ? words.length > 2 && padded.includes(` ${words} `)
      : words.length > 1 && bare.includes(words)
    if (!inside) continue
    // The last word of a heading says what it is, the first of what.
    const last = spaced && padded.endsWith(` ${words} `) ? 5 : 0
    scores.set(
      field,
      Math.max(scores.get(field) ?? 0, 35 + last + Math.round((50 * words.length) / bare.length)),
    )
  }
  return scores
}

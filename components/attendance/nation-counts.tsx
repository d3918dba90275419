import { useLocale, useTranslations } from 'next-intl'
import type { listNationCounts } from '@/lib/attendance/queries'
import { setNationPlaces } from '@/lib/attendance/sign-up/actions'
import { partnerName } from '@/lib/countries/rules'
import { ActionForm } from '../action-form'
import { ComboBox } from '../ui/combo-box'
import { DialogButton } from '../ui/dialog'
import { NumberField } from '../ui/number-field'
import { Panel } from '../ui/panel'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '../ui/table'

type Owner = { exerciseId: string; activityId: string }
type Count = Awaited<ReturnType<typeof listNationCounts>>[number]
export type PartnerChoice = {
  id: string
  kind: 'nation' | 'organisation' | 'fictional'
  code: string
  name: string
  takesPart: boolean
}
type Props = { owner: Owner; nations: readonly Count[]; partners: readonly PartnerChoice[]; mayEdit: boolean }

/** How many of each partner come, wait and were there: totals, without a name. */
export function NationCounts({ owner, nations, partners, mayEdit }: Props) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  return (
    <Panel
      title={t('nations')}
      note={t('nationsNote', { count: nations.length })}
      actions={mayEdit ? <NationDialog owner={owner} partners={partners} /> : undefined}
      flush
    >
      {nations.length === 0 ? (
        <p className="px-4 text-muted">{t('nationsEmpty')}</p>
      ) : (
        <Table caption={t('nations')}>
          <TableHead>
            <tr>
              <HeaderCell>{t('nation')}</HeaderCell>
              <HeaderCell numeric>{t('signedUp')}</HeaderCell>
              <HeaderCell numeric>{t('ofPlaces')}</HeaderCell>
              <HeaderCell numeric>{t('waitingHead')}</HeaderCell>
              <HeaderCell numeric>{t('attendedHead')}</HeaderCell>
            </tr>
          </TableHead>
          <tbody>
            {nations.map(nation => (
              <Row key={nation.partnerId}>
                <RowHeader>
                  {partnerName(nation, locale)}
                  {nation.participationId === null ? (
                    <span className="block font-normal text-muted text-note">{t('notInExercise')}</span>
                  ) : null}
                </RowHeader>
                <Cell numeric>{nation.used}</Cell>
                <Cell numeric>
                  {nation.size ?? '–'}
                  {nation.own ? <span className="block text-muted">{t('own')}</span> : null}
                </Cell>
                <Cell numeric>{nation.waiting}</Cell>
                <Cell numeric>{nation.attended}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

function NationDialog({ owner, partners }: Pick<Props, 'owner' | 'partners'>) {
  const t = useTranslations('attendance')
  return (
    <DialogButton label={t('setNation')} title={t('setNation')} size="small">
      <ActionForm action={setNationPlaces} hidden={owner} submit={t('save')} done={t('saved')}>
        <PartnerField partners={partners} />
        <NumberField name="size" label={t('field.size')} description={t('field.ownHint')} min={0} />
      </ActionForm>
    </DialogButton>
  )
}

/** A partner of the programme, whether it takes part in the exercise or not. */
export function PartnerField({ partners }: Pick<Props, 'partners'>) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  return (
    <ComboBox
      name="partnerId"
      label={t('partner')}
      description={t('partnerHint')}
      required
      options={partners.map(partner => ({
        id: partner.id,
        label: partnerName(partner, locale),
        hint: partner.takesPart ? partner.code : `${partner.code} · ${t('notInExercise')}`,
        keywords: `${partner.code} ${partner.name}`,
      }))}
    />
  )
}

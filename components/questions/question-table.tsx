import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { addQuestion, editQuestion, moveQuestion, removeQuestion } from '@/lib/questions/actions'
import type { EditedQuestion } from '@/lib/questions/queries'
import { QuestionFields } from './question-fields'

type Choice = { id: string; name: string }
type Props = {
  exerciseId: string
  questions: readonly EditedQuestion[]
  roles: readonly Choice[]
  sites: readonly Choice[]
}

/** The exercise's own questions in the order in which people find them. */
export function QuestionTable({ exerciseId, questions, roles, sites }: Props) {
  const t = useTranslations('questions')
  const named = (of: readonly Choice[], ids: readonly string[]) =>
    of.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const asked = ({ roleIds, siteIds }: EditedQuestion) => {
    const names = [named(roles, roleIds).join(', '), named(sites, siteIds).join(', ')].filter(Boolean)
    return names.length === 0 ? t('everybody') : names.join(' · ')
  }
  const last = questions.length - 1
  return (
    <DataTable
      caption={t('list')}
      rows={questions.map((question, at) => ({ ...question, at }))}
      rowKey={question => question.id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      columns={[
        {
          id: 'wording',
          header: t('wording'),
          names: true,
          cell: ({ wording, required }) => (
            <span className="wrap-anywhere">
              <bdi>{wording}</bdi>
              {required ? (
                <span className="ml-2 font-normal text-muted text-note">{t('requiredWord')}</span>
              ) : null}
            </span>
          ),
        },
        {
          id: 'kind',
          header: t('kindTerm'),
          cell: ({ kind, options }) => (
            <>
              {t(`kind.${kind}`)}
              {options.length > 0 ? (
                <bdi className="block text-muted text-note">{options.join(', ')}</bdi>
              ) : null}
            </>
          ),
        },
        { id: 'asked', header: t('asked'), cell: asked },
        { id: 'answers', header: t('answers'), numeric: true, cell: ({ answers }) => answers },
        {
          id: 'order',
          header: t('order'),
          cell: question => (
            <span className="flex gap-1">
              <Move {...{ exerciseId, question }} direction="up" disabled={question.at === 0} />
              <Move {...{ exerciseId, question }} direction="down" disabled={question.at === last} />
            </span>
          ),
        },
        {
          id: 'edit',
          header: t('change'),
          cell: question => <EditQuestion {...{ exerciseId, question, roles, sites }} />,
        },
      ]}
    />
  )
}

type MoveProps = {
  exerciseId: string
  question: EditedQuestion
  direction: 'up' | 'down'
  disabled: boolean
}

function Move({ exerciseId, question: { id, wording }, direction, disabled }: MoveProps) {
  const t = useTranslations('questions')
  return (
    <ActionButton
      action={moveQuestion}
      input={{ exerciseId, questionId: id, direction }}
      button={{ size: 'small', variant: 'quiet', disabled, 'aria-label': t(direction, { wording }) }}
    >
      <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span>
    </ActionButton>
  )
}

type EditProps = Omit<Props, 'questions'> & { question: EditedQuestion }

function EditQuestion({ exerciseId, question, roles, sites }: EditProps) {
  const t = useTranslations('questions')
  const ids = { exerciseId, questionId: question.id }
  return (
    <DialogButton label={t('change')} title={t('edit')} button={{ size: 'small' }}>
      <ActionForm
        action={editQuestion}
        submit={t('save')}
        hidden={{ ...ids, version: question.version }}
        done={t('saved')}
        secondary={
          <ActionButton
            action={removeQuestion}
            input={ids}
            done={t('removed')}
            confirm={{
              title: t('removeTitle'),
              text: t('removeText', { count: question.answers }),
              label: t('remove'),
              danger: true,
            }}
          >
            {t('remove')}
          </ActionButton>
        }
      >
        <QuestionFields {...{ question, roles, sites }} />
      </ActionForm>
    </DialogButton>
  )
}

export function AddQuestion({ exerciseId, roles, sites }: Omit<Props, 'questions'>) {
  const t = useTranslations('questions')
  return (
    <DialogButton label={t('add')} title={t('add')} button={{ variant: 'primary' }}>
      <ActionForm action={addQuestion} submit={t('add')} hidden={{ exerciseId }} done={t('added')}>
        <QuestionFields {...{ roles, sites }} />
      </ActionForm>
    </DialogButton>
  )
}

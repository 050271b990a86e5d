import { useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { approvePlan } from '#app/features/accompaniments/approve-plan.command.server.ts'
import { recordOpinion } from '#app/features/accompaniments/record-opinion.command.server.ts'
import { TransitionSection } from '#app/features/accompaniments/ui/transition-section.tsx'
import { CaseMeetings } from '#app/features/committees/ui/case-meetings.tsx'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { addObjective } from '#app/features/plans/add-objective.command.server.ts'
import { moveAction } from '#app/features/plans/move-action.command.server.ts'
import { planPage } from '#app/features/plans/plan-page.query.server.ts'
import { removeObjective } from '#app/features/plans/remove-objective.command.server.ts'
import { ActionForm } from '#app/features/plans/ui/action-form.tsx'
import { ActionList } from '#app/features/plans/ui/action-list.tsx'
import { ApprovalSection, CommitteeForm } from '#app/features/plans/ui/committee-forms.tsx'
import { ObjectivesSection } from '#app/features/plans/ui/objectives-section.tsx'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { updateObjective } from '#app/features/plans/update-objective.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(planPage, {
  words: ['cases', 'choices', 'committees', 'fields', 'guards', 'objectives', 'plans'],
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.parcours')}`,
})
export const meta = titled

const here = (toast: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/parcours`,
    toast: { key: toast },
  }),
})
export const action = act({
  'add-action': on(addAction, here('saved')),
  'update-action': on(updateAction, here('saved')),
  'move-action': on(moveAction, here('saved')),
  'add-objective': on(addObjective, here('saved')),
  'update-objective': on(updateObjective, here('saved')),
  'remove-objective': on(removeObjective, here('saved')),
  'record-opinion': on(recordOpinion, here('saved')),
  'approve-plan': on(approvePlan, here('caseMoved')),
  'advance.start_planning': on(advanceCase, here('caseMoved')),
  'advance.submit_to_committee': on(advanceCase, here('caseMoved')),
  'advance.adjourn': on(advanceCase, here('caseMoved')),
  'advance.start': on(advanceCase, here('caseMoved')),
})

export default function CasePlan() {
  const { t } = useTranslation('plans')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { actions, editing, transitions, today } = page
  const edited = actions.find(({ id }) => id === editing)
  const isAdding = editing === 'nouvelle'
  const add = (
    <LinkButton to="?action=nouvelle#action" icon={Plus}>
      {t('add')}
    </LinkButton>
  )
  return (
    <>
      <TransitionSection
        transitions={transitions.filter(({ code }) => code !== 'approve_plan')}
        formKey={formKey}
        today={today}
      />
      <ObjectivesSection objectives={page.objectives} editing={page.editingObjective} formKey={formKey} />
      <Section title={t('title')} note={t('help')} action={actions.length > 0 && !isAdding ? add : null}>
        {isAdding || edited ? (
          <ActionForm
            formKey={formKey}
            action={edited ?? null}
            objectives={page.objectives}
            key={edited?.id ?? 'nouvelle'}
          />
        ) : null}
        {actions.length > 0 ? (
          <ActionList actions={actions} objectives={page.objectives} formKey={formKey} today={today} />
        ) : null}
        {actions.length === 0 && !isAdding ? (
          <EmptyState title={t('emptyTitle')} action={add} level={3}>
            {t('empty')}
          </EmptyState>
        ) : null}
      </Section>
      {page.committeeRequired ? (
        <CommitteeForm formKey={formKey} version={page.version} committee={page.committee}>
          <CaseMeetings meetings={page.meetings} base={page.base} />
        </CommitteeForm>
      ) : (
        <p className="my-6 text-ink-2">{t('notRequired')}</p>
      )}
      <ApprovalSection
        formKey={formKey}
        today={today}
        approval={page.approval}
        transition={transitions.find(({ code }) => code === 'approve_plan')}
      />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { EndAbsenceForm, type Member, MemberForms } from './team-forms.tsx'

const tones: Record<Member['state'], Tone> = { active: 'done', invited: 'now', deactivated: 'neutral' }

/** The members; a manager has beside each what she may do. */
export function MemberTable({
  members,
  me,
  canManage,
  formKey,
}: {
  members: readonly Member[]
  me: string
  canManage: boolean
  formKey: string
}) {
  const { t } = useTranslation(['team', 'common'])
  return (
    <DataTable
      caption={t('team:caption')}
      hideCaption
      rows={members}
      rowKey={member => member.grantId}
      columns={[
        {
          key: 'name',
          header: t('team:name'),
          rowHeader: true,
          cell: member => (
            <>
              {member.name}
              {member.userId === me ? <span className="font-normal text-ink-2"> ({t('team:you')})</span> : null}
              <span className="block font-normal break-words text-ink-2">{member.email}</span>
            </>
          ),
        },
        { key: 'role', header: t('team:role'), cell: member => t(`team:roles.${member.role}`) },
        { key: 'cases', header: t('team:cases'), numeric: true, cell: member => member.openCases },
        {
          key: 'state',
          header: t('team:state'),
          cell: member => <StatusTag tone={tones[member.state]}>{t(`team:states.${member.state}`)}</StatusTag>,
        },
        ...(canManage
          ? [
              {
                key: 'manage',
                header: t('team:actions'),
                hideHeader: true,
                cell: (member: Member) => (
                  <Dialog
                    id={`membre-${member.grantId}`}
                    title={t('team:manage', { name: member.name })}
                    trigger={t('team:manage', { name: member.name })}
                    variant="quiet"
                    closeLabel={t('common:close')}
                  >
                    <MemberForms member={member} formKey={formKey} />
                  </Dialog>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

export type ListedAbsence = {
  id: string
  name: string
  delegate: string
  fromOn: string
  toOn: string
  canEnd: boolean
}

export function AbsenceTable({ absences, formKey }: { absences: readonly ListedAbsence[]; formKey: string }) {
  const { t, i18n } = useTranslation('team')
  const locale = i18n.language === 'en' ? 'en' : 'fr'
  const shown = (text: string) => {
    const known = day(text)
    return known ? formatDay(known, locale) : text
  }
  return (
    <DataTable
      caption={t('absences.caption')}
      hideCaption
      rows={absences}
      rowKey={absence => absence.id}
      columns={[
        { key: 'who', header: t('absences.who'), rowHeader: true, cell: absence => absence.name },
        { key: 'from', header: t('absences.from'), cell: absence => shown(absence.fromOn) },
        { key: 'to', header: t('absences.to'), cell: absence => shown(absence.toOn) },
        { key: 'delegate', header: t('absences.delegate'), cell: absence => absence.delegate },
        {
          key: 'end',
          header: t('absences.end'),
          hideHeader: true,
          cell: absence =>
            absence.canEnd ? <EndAbsenceForm formKey={formKey} absenceId={absence.id} name={absence.name} /> : null,
        },
      ]}
    />
  )
}

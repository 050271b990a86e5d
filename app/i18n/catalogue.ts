import { account as accountEn } from './en/account.ts'
import { agreements as agreementsEn } from './en/agreements.ts'
import { bidding as biddingEn } from './en/bidding.ts'
import { calendars as calendarsEn } from './en/calendars.ts'
import { caseReminders as caseRemindersEn } from './en/case-reminders.ts'
import { caseload as caseloadEn } from './en/caseload.ts'
import { cases as casesEn } from './en/cases.ts'
import { choices as choicesEn } from './en/choices.ts'
import { cohorts as cohortsEn } from './en/cohorts.ts'
import { committees as committeesEn } from './en/committees.ts'
import { common as commonEn } from './en/common.ts'
import { consultations as consultationsEn } from './en/consultations.ts'
import { contractTexts as contractTextsEn } from './en/contract-texts.ts'
import { contracts as contractsEn } from './en/contracts.ts'
import { diagnostics as diagnosticsEn } from './en/diagnostics.ts'
import { documentWriting as documentWritingEn } from './en/document-writing.ts'
import { drafts as draftsEn } from './en/drafts.ts'
import { engineerings as engineeringsEn } from './en/engineerings.ts'
import { events as eventsEn } from './en/events.ts'
import { expertReviews as expertReviewsEn } from './en/expert-reviews.ts'
import { failures as failuresEn } from './en/failures.ts'
import { fields as fieldsEn } from './en/fields.ts'
import { figures as figuresEn } from './en/figures.ts'
import { figuresCommand as figuresCommandEn } from './en/figures-command.ts'
import { figuresPage as figuresPageEn } from './en/figures-page.ts'
import { files as filesEn } from './en/files.ts'
import { followUps as followUpsEn } from './en/follow-ups.ts'
import { funding as fundingEn } from './en/funding.ts'
import { guards as guardsEn } from './en/guards.ts'
import { handovers as handoversEn } from './en/handovers.ts'
import { heldDays as heldDaysEn } from './en/held-days.ts'
import { impact as impactEn } from './en/impact.ts'
import { imports as importsEn } from './en/imports.ts'
import { input as inputEn } from './en/input.ts'
import { juries as juriesEn } from './en/juries.ts'
import { legal as legalEn } from './en/legal.ts'
import { mails as mailsEn } from './en/mails.ts'
import { missions as missionsEn } from './en/missions.ts'
import { network as networkEn } from './en/network.ts'
import { networkReaders as networkReadersEn } from './en/network-readers.ts'
import { notifications as notificationsEn } from './en/notifications.ts'
import { objectives as objectivesEn } from './en/objectives.ts'
import { offline as offlineEn } from './en/offline.ts'
import { organisations as organisationsEn } from './en/organisations.ts'
import { palette as paletteEn } from './en/palette.ts'
import { personalLink as personalLinkEn } from './en/personal-link.ts'
import { plans as plansEn } from './en/plans.ts'
import { programmes as programmesEn } from './en/programmes.ts'
import { providers as providersEn } from './en/providers.ts'
import { questions as questionsEn } from './en/questions.ts'
import { references as referencesEn } from './en/references.ts'
import { referrals as referralsEn } from './en/referrals.ts'
import { remarks as remarksEn } from './en/remarks.ts'
import { reminderRules as reminderRulesEn } from './en/reminder-rules.ts'
import { reportWriting as reportWritingEn } from './en/report-writing.ts'
import { reports as reportsEn } from './en/reports.ts'
import { requests as requestsEn } from './en/requests.ts'
import { sends as sendsEn } from './en/sends.ts'
import { sessionFiles as sessionFilesEn } from './en/session-files.ts'
import { sessions as sessionsEn } from './en/sessions.ts'
import { settings as settingsEn } from './en/settings.ts'
import { sharedNotes as sharedNotesEn } from './en/shared-notes.ts'
import { shares as sharesEn } from './en/shares.ts'
import { sheets as sheetsEn } from './en/sheets.ts'
import { shell as shellEn } from './en/shell.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { signInMails as signInMailsEn } from './en/sign-in-mails.ts'
import { statements as statementsEn } from './en/statements.ts'
import { steps as stepsEn } from './en/steps.ts'
import { team as teamEn } from './en/team.ts'
import { territories as territoriesEn } from './en/territories.ts'
import { testimonies as testimoniesEn } from './en/testimonies.ts'
import { toasts as toastsEn } from './en/toasts.ts'
import { typology as typologyEn } from './en/typology.ts'
import { unsignedSheets as unsignedSheetsEn } from './en/unsigned-sheets.ts'
import { volunteering as volunteeringEn } from './en/volunteering.ts'
import { weeks as weeksEn } from './en/weeks.ts'
import { account } from './fr/account.ts'
import { agreements } from './fr/agreements.ts'
import { bidding } from './fr/bidding.ts'
import { calendars } from './fr/calendars.ts'
import { caseReminders } from './fr/case-reminders.ts'
import { caseload } from './fr/caseload.ts'
import { cases } from './fr/cases.ts'
import { choices } from './fr/choices.ts'
import { cohorts } from './fr/cohorts.ts'
import { committees } from './fr/committees.ts'
import { common } from './fr/common.ts'
import { consultations } from './fr/consultations.ts'
import { contractTexts } from './fr/contract-texts.ts'
import { contracts } from './fr/contracts.ts'
import { diagnostics } from './fr/diagnostics.ts'
import { documentWriting } from './fr/document-writing.ts'
import { drafts } from './fr/drafts.ts'
import { engineerings } from './fr/engineerings.ts'
import { events } from './fr/events.ts'
import { expertReviews } from './fr/expert-reviews.ts'
import { failures } from './fr/failures.ts'
import { fields } from './fr/fields.ts'
import { figures } from './fr/figures.ts'
import { figuresCommand } from './fr/figures-command.ts'
import { figuresPage } from './fr/figures-page.ts'
import { files } from './fr/files.ts'
import { followUps } from './fr/follow-ups.ts'
import { funding } from './fr/funding.ts'
import { guards } from './fr/guards.ts'
import { handovers } from './fr/handovers.ts'
import { heldDays } from './fr/held-days.ts'
import { impact } from './fr/impact.ts'
import { imports } from './fr/imports.ts'
import { input } from './fr/input.ts'
import { juries } from './fr/juries.ts'
import { legal } from './fr/legal.ts'
import { mails } from './fr/mails.ts'
import { missions } from './fr/missions.ts'
import { network } from './fr/network.ts'
import { networkReaders } from './fr/network-readers.ts'
import { notifications } from './fr/notifications.ts'
import { objectives } from './fr/objectives.ts'
import { offline } from './fr/offline.ts'
import { organisations } from './fr/organisations.ts'
import { palette } from './fr/palette.ts'
import { personalLink } from './fr/personal-link.ts'
import { plans } from './fr/plans.ts'
import { programmes } from './fr/programmes.ts'
import { providers } from './fr/providers.ts'
import { questions } from './fr/questions.ts'
import { references } from './fr/references.ts'
import { referrals } from './fr/referrals.ts'
import { remarks } from './fr/remarks.ts'
import { reminderRules } from './fr/reminder-rules.ts'
import { reportWriting } from './fr/report-writing.ts'
import { reports } from './fr/reports.ts'
import { requests } from './fr/requests.ts'
import { sends } from './fr/sends.ts'
import { sessionFiles } from './fr/session-files.ts'
import { sessions } from './fr/sessions.ts'
import { settings } from './fr/settings.ts'
import { sharedNotes } from './fr/shared-notes.ts'
import { shares } from './fr/shares.ts'
import { sheets } from './fr/sheets.ts'
import { shell } from './fr/shell.ts'
import { signIn } from './fr/sign-in.ts'
import { signInMails } from './fr/sign-in-mails.ts'
import { statements } from './fr/statements.ts'
import { steps } from './fr/steps.ts'
import { team } from './fr/team.ts'
import { territories } from './fr/territories.ts'
import { testimonies } from './fr/testimonies.ts'
import { toasts } from './fr/toasts.ts'
import { typology } from './fr/typology.ts'
import { unsignedSheets } from './fr/unsigned-sheets.ts'
import { volunteering } from './fr/volunteering.ts'
import { weeks } from './fr/weeks.ts'
import { withFrenchSpacing } from './typography.ts'
import type { Locale, Words } from './words.ts'

/** Every sentence of the product, in French, by namespace. Never imported by browser code: pages send what they use. */
export const fr = withFrenchSpacing({
  account,
  bidding,
  calendars,
  caseload,
  cases,
  choices,
  committees,
  common,
  consultations,
  contracts,
  contractTexts,
  caseReminders,
  reminderRules,
  cohorts,
  shares,
  diagnostics,
  documentWriting,
  drafts,
  engineerings,
  events,
  expertReviews,
  failures,
  fields,
  files,
  followUps,
  figures,
  figuresCommand,
  figuresPage,
  guards,
  handovers,
  heldDays,
  impact,
  imports,
  input,
  legal,
  mails,
  missions,
  objectives,
  offline,
  organisations,
  palette,
  personalLink,
  sharedNotes,
  plans,
  programmes,
  providers,
  questions,
  references,
  referrals,
  remarks,
  sessionFiles,
  sheets,
  sessions,
  agreements,
  funding,
  reports,
  reportWriting,
  requests,
  territories,
  testimonies,
  networkReaders,
  network,
  notifications,
  sends,
  settings,
  shell,
  signIn,
  signInMails,
  statements,
  juries,
  steps,
  team,
  toasts,
  typology,
  unsignedSheets,
  volunteering,
  weeks,
})
export type Catalogue = typeof fr
export type Namespace = keyof Catalogue
export type FailureTag = keyof Catalogue['failures']

const en: Words<Catalogue> = {
  account: accountEn,
  bidding: biddingEn,
  calendars: calendarsEn,
  caseload: caseloadEn,
  cases: casesEn,
  choices: choicesEn,
  committees: committeesEn,
  common: commonEn,
  consultations: consultationsEn,
  contracts: contractsEn,
  contractTexts: contractTextsEn,
  caseReminders: caseRemindersEn,
  reminderRules: reminderRulesEn,
  cohorts: cohortsEn,
  shares: sharesEn,
  diagnostics: diagnosticsEn,
  documentWriting: documentWritingEn,
  drafts: draftsEn,
  engineerings: engineeringsEn,
  events: eventsEn,
  expertReviews: expertReviewsEn,
  failures: failuresEn,
  fields: fieldsEn,
  files: filesEn,
  followUps: followUpsEn,
  figures: figuresEn,
  figuresCommand: figuresCommandEn,
  figuresPage: figuresPageEn,
  guards: guardsEn,
  handovers: handoversEn,
  heldDays: heldDaysEn,
  impact: impactEn,
  imports: importsEn,
  input: inputEn,
  legal: legalEn,
  mails: mailsEn,
  missions: missionsEn,
  objectives: objectivesEn,
  offline: offlineEn,
  organisations: organisationsEn,
  palette: paletteEn,
  personalLink: personalLinkEn,
  sharedNotes: sharedNotesEn,
  plans: plansEn,
  programmes: programmesEn,
  providers: providersEn,
  questions: questionsEn,
  references: referencesEn,
  referrals: referralsEn,
  remarks: remarksEn,
  sessionFiles: sessionFilesEn,
  sheets: sheetsEn,
  sessions: sessionsEn,
  agreements: agreementsEn,
  funding: fundingEn,
  reports: reportsEn,
  reportWriting: reportWritingEn,
  requests: requestsEn,
  territories: territoriesEn,
  testimonies: testimoniesEn,
  networkReaders: networkReadersEn,
  network: networkEn,
  notifications: notificationsEn,
  sends: sendsEn,
  settings: settingsEn,
  shell: shellEn,
  signIn: signInEn,
  signInMails: signInMailsEn,
  statements: statementsEn,
  juries: juriesEn,
  steps: stepsEn,
  team: teamEn,
  toasts: toastsEn,
  typology: typologyEn,
  unsignedSheets: unsignedSheetsEn,
  volunteering: volunteeringEn,
  weeks: weeksEn,
}

export const catalogues: Record<Locale, Words<Catalogue>> = { fr, en }

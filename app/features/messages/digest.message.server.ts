import { publicUrl } from '#app/env.server.ts'
import { type DigestThing, thingsOf, type UnreadNotice } from '#app/features/digests/digest-things.ts'
import {
  type DigestReader,
  digestById,
  digestReaders,
  markDigested,
  unreadOf,
} from '#app/features/digests/digests.store.server.ts'
import { readFor } from '#app/features/digests/stand-ins.ts'
import { noticeParams, noticeWords } from '#app/features/notifications/notice-words.ts'
import { delegatesOn } from '#app/features/notifications/notify.store.server.ts'
import { standingAmong } from '#app/features/reminders/standing-reminders.store.server.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { id, object } from '#app/kernel/input.ts'
import type { LetterLink } from './letter.ts'
import { letter, wordsOf } from './member.message.server.ts'
import { userFacts } from './message-facts.store.server.ts'
import { stableLink } from './personal-link.message.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

/** A digest's link stops it for so long after it left. */
const validDays = 365

/** What a member was told and has not opened: five things at most, each with the page where it is answered. */
export const digest = defineWriter({
  payload: object({ digestId: id() }),
  stopped: async (writing, { digestId }) => {
    const reader = await readerOf(writing, digestId)
    if (!reader) return 'revoked'
    if (reader.choice.rhythm === 'never') return 'unwanted'
    const unread = await unreadFor(writing, reader)
    return unread.some(({ isNew }) => isNew) ? null : 'settled'
  },
  write: async (writing, { digestId }) => {
    const reader = await readerOf(writing, digestId)
    if (!reader) return null
    const unread = await unreadFor(writing, reader)
    const { things, others } = thingsOf(unread)
    const t = wordsOf(writing)
    const all = `${publicUrl()}/o/${writing.operator.slug}/notifications`
    const written = await letter(writing, reader.userId, {
      subject: t('digest.subject', { count: unread.length, operator: writing.operator.name }),
      preview: t('digest.preview'),
      paragraphs: [t('digest.body')],
      action: { label: others > 0 ? t('digest.others', { count: others }) : t('digest.all'), address: all },
    })
    if (!written) return null
    const { address } = await stableLink(writing, {
      purpose: 'digest',
      subjectId: digestId,
      accompanimentId: null,
      personId: null,
      validDays,
    })
    return {
      ...written,
      things: things.map(thing => lineOf(writing, thing, all)),
      why: t(`digest.why.${reader.choice.rhythm === 'weekly' ? 'weekly' : 'daily'}`, {
        operator: writing.operator.name,
        hour: reader.choice.hour,
      }),
      stop: { label: t('digest.stop'), address, oneClick: address.replace(/\/r\/([\w-]+)$/, '/arret/$1') },
    }
  },
  sent: async (writing, { digestId }) => {
    const reader = await readerOf(writing, digestId)
    if (!reader) return null
    const readers = await readersOf(writing, reader)
    // Told between its hour and its leaving, a notice may be in it and comes once more: rather twice than never.
    await markDigested(writing.tx, writing.operator.id, readers, { until: writing.send.dueAt, at: writing.now })
    return null
  },
})

async function readerOf({ tx, operator, today }: Writing, digestId: string): Promise<DigestReader | null> {
  const found = await digestById(tx, operator.id, digestId)
  const [reader] = found ? await digestReaders(tx, operator.id, today, found.userId) : []
  return reader ?? null
}

/** She, and those whom she stands in for. */
const readersOf = async ({ tx, operator, today }: Writing, { userId }: DigestReader) =>
  readFor(userId, await delegatesOn(tx, operator.id, today))

/** What she has not opened, and what those whom she stands in for have not; a reminder only while its rule asks for it. */
async function unreadFor(writing: Writing, reader: DigestReader): Promise<UnreadNotice[]> {
  const { tx, operator, today } = writing
  const readers = await readersOf(writing, reader)
  const rows = await unreadOf(tx, operator.id, readers)
  const reminded = rows.flatMap(({ data }) => data.reminder ?? [])
  const standing = await standingAmong({ tx, operator, today }, reminded)
  const names = new Map<string, string>()
  for (const absent of readers.slice(1)) names.set(absent, (await userFacts(tx, absent))?.name ?? '')
  return rows
    .filter(({ data }) => !data.reminder || standing.has(data.reminder))
    .map(({ userId, digestedAt, ...notice }) => ({
      ...notice,
      insteadOf: names.get(userId) ?? null,
      isNew: digestedAt === null,
    }))
}

/** One notice leads to its page; several of one rule, to the list of all. */
function lineOf({ locale }: Writing, { notices }: DigestThing, all: string): LetterLink {
  const { t } = wordsIn(locale)
  const [first] = notices
  const params = noticeParams(first.data, locale)
  const said =
    notices.length > 1
      ? t('mails:digest.several', { label: params.label, count: notices.length })
      : t(`notifications:${noticeWords(first.kind)}`, params)
  const label = first.insteadOf === null ? said : t('mails:digest.insteadOf', { name: first.insteadOf, said })
  return { label, address: notices.length > 1 ? all : `${publicUrl()}${first.address}` }
}

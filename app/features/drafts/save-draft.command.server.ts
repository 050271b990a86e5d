import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { isFormAccepted, lockDraft } from '#app/access/draft-end.server.ts'
import { Conflict } from '#app/access/outcome.ts'
import { sealText } from '#app/access/sealed-text.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { isPlaceOf, missionOf, readTyped } from './draft.ts'
import { saveDraftInput } from './draft-input.ts'
import { draftsAt, writeDraft } from './drafts.store.server.ts'

/** What is being typed, kept on the server until its form is saved. It counts for nothing. */
export const saveDraft = defineCommand({
  name: 'draft.save',
  input: saveDraftInput,
  isPrivate: true,
  subject: async ({ operator }, { place }) => (isPlaceOf(operator.slug, place) ? { place } : null),
  allow: (actor, { place }) => isMember(actor) || worksOn(actor, missionOf(place) ?? '', 'write'),
  run: async (
    ctx,
    { place, form, key, known, tab, typed },
  ): Promise<Result<{ version: number; savedAt: Date }, Failure<'draft-unreadable' | 'draft-spent'>>> => {
    const { tx, operator, actor, now } = ctx
    if (!('userId' in actor) || !readTyped(typed)) return fail('draft-unreadable')
    const of = { operatorId: operator.id, userId: actor.userId, place, form }
    await lockDraft(ctx, actor.userId, of)
    if (key && (await isFormAccepted(ctx, actor.userId, key))) return fail('draft-spent')
    const sealed = sealText(`${operator.id}:${actor.userId}`, typed)
    const version = await writeDraft(tx, of, { known, tab, sealed, savedAt: now })
    if (version !== null) return ok({ version, savedAt: now })
    const kept = (await draftsAt(tx, of)).find(draft => draft.form === form)
    throw new Conflict({ version: kept?.version ?? 0, values: {} })
  },
})

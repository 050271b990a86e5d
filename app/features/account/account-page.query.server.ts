import { defineAccountQuery } from '#app/access/identity-query.server.ts'
import { reachOfUser } from '#app/access/reach.server.ts'
import { env } from '#app/env.server.ts'
import { calendarAddressOf } from '#app/features/calendars/calendar-addresses.store.server.ts'
import { idleSince } from '#app/features/sign-in/current-sign-in.server.ts'
import { activePerson, passwordHashOf } from '#app/features/sign-in/people.store.server.ts'
import { secondFactorOf } from '#app/features/sign-in/second-factors.store.server.ts'
import { openSignInsOf } from '#app/features/sign-in/sign-ins.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { browserNames } from './browser.ts'

/** Her account: who she is, how she proves it, where she is signed in, and what she reaches. */
export const accountPage = defineAccountQuery({
  name: 'account.page',
  input: object({}),
  run: async ({ tx, holder, now }) => {
    const { userId } = holder
    const [person, factor, password, signIns, reach, calendar] = await Promise.all([
      activePerson(tx, userId),
      secondFactorOf(tx, userId),
      passwordHashOf(tx, userId),
      openSignInsOf(tx, userId, { now, idleSince: idleSince(now) }),
      reachOfUser(userId),
      calendarAddressOf(tx, userId),
    ])
    return {
      name: person?.name ?? holder.name,
      email: holder.email,
      locale: person?.locale ?? 'fr',
      hasPassword: password !== null,
      recoveryCodesLeft: factor?.isConfirmed ? factor.recoveryHashes.length : null,
      demonstration: env().DEMONSTRATION,
      calendar: calendar && { lastReadAt: calendar.lastReadAt?.toISOString() ?? null },
      signIns: signIns.map(({ userAgent, openedAt, usedAt, ...row }) => ({
        ...row,
        ...browserNames(userAgent),
        openedAt: openedAt.toISOString(),
        usedAt: usedAt.toISOString(),
        isThisOne: row.id === holder.signInId,
      })),
      reach: [...new Map(reach.map(row => [`${row.operatorSlug} ${row.kind}`, row])).values()].map(
        ({ operatorSlug, operatorName, kind }) => ({ operatorSlug, operatorName, kind }),
      ),
    }
  },
})

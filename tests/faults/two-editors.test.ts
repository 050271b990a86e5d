import { editTogether } from '../harness/editors.ts'
import { createOperator, test } from '../harness/operator.ts'

/** Each operator writes its own chain: four of them write at once. */
const operators = 4

test('DUR-01 five thousand interleavings of two to four editors overwrite no text in silence', async ({
  databaseUrl: _ready,
}) => {
  await Promise.all(
    Array.from({ length: operators }, async () => editTogether(await createOperator(), 5000 / operators)),
  )
})

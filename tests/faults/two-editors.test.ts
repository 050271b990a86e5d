import { editTogether } from '../harness/editors.ts'
import { test } from '../harness/operator.ts'

test('DUR-01 five thousand interleavings of two to four editors overwrite no text in silence', {
  timeout: 900_000,
}, async ({ operator }) => {
  await editTogether(operator, 5000)
})

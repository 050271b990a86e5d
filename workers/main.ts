import { databaseUrls, productionProblems } from '#app/env.server.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'

const problems = productionProblems('workers')
if (problems.length > 0) {
  process.stderr.write(
    `Les tâches de fond ne démarrent pas :\n${problems.map(problem => `  - ${problem}`).join('\n')}\n`,
  )
  process.exit(1)
}
configureDatabase(databaseUrls())
const tick = setInterval(() => {}, 60_000)

async function stop() {
  clearInterval(tick)
  await closeDatabase()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)

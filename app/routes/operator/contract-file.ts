import { contractFile } from '#app/features/contracts/contract-document.server.ts'
import { takeContract } from '#app/features/contracts/take-contract.command.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeContract, contractFile)

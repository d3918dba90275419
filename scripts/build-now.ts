import { ensureBuild } from './build'
import { endOnSignals, endWith } from './ending'
import { generate } from './generate'
import { progress } from './progress'

async function main(): Promise<void> {
  endOnSignals()
  await generate()
  progress(`The build is in ${await ensureBuild()}`)
}

main().catch(endWith)

import { generate } from './generate'
import { fail } from './progress'

generate().catch(fail)

// Delivers one letter and nothing else: a worker that a test may kill while a mail server has its letter.
import { deliverMail } from '../lib/mail-delivery.ts'

const [mailId, now, post] = process.argv.slice(2)
await deliverMail(mailId, Number(now), JSON.parse(post))
